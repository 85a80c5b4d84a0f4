/** What a panel checks of a frame's answer to "go to this mention". */
import * as v from 'valibot';

/** The words before the mention in its piece of text, the mention, the words after it. */
export const MentionWordsSchema = v.strictTuple([v.string(), v.string(), v.string()]);

export type MentionWords = v.InferOutput<typeof MentionWordsSchema>;
