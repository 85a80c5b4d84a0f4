/** What the popup checks of a frame's report; frames themselves need not carry it. */
import * as v from 'valibot';

export const FrameReportSchema = v.strictObject({
  frame: v.string(),
  isTop: v.boolean(),
  on: v.boolean(),
  paused: v.optional(v.boolean()),
  names: v.array(
    v.strictObject({
      entities: v.array(v.strictObject({ key: v.string(), label: v.string() })),
      count: v.number(),
    }),
  ),
});
