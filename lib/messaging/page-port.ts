/**
 * The port between the toolbar popup and the frames of the tab it opened over. The popup
 * connects; every frame answers on the same port and says which it is by a random id, because a
 * port does not tell which frame a message came from.
 */
import * as v from 'valibot';

export const PAGE_PORT = 'page-mentions';

/** Sent by each frame when the popup connects and whenever its mentions change. */
export const FrameReportSchema = v.strictObject({
  type: v.literal('frameReport'),
  frame: v.string(),
  isTop: v.boolean(),
  on: v.boolean(),
  /** In reading order of each name's first mention. */
  names: v.array(
    v.strictObject({
      /** More than one where the mention stays open between several. */
      entities: v.array(v.strictObject({ key: v.string(), label: v.string() })),
      count: v.number(),
    }),
  ),
});
export type FrameReport = v.InferOutput<typeof FrameReportSchema>;

/** Sent by the popup: scroll to the nth mention (from 0, wrapping around) of the name. */
export const GoToMentionSchema = v.strictObject({
  type: v.literal('goToMention'),
  frame: v.string(),
  entities: v.array(v.string()),
  index: v.number(),
});
export type GoToMention = v.InferOutput<typeof GoToMentionSchema>;
