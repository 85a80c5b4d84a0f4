import type { EntityKey } from '../core/facts/keys';
import { sendUnchecked } from '../messaging/send-unchecked';
import { leaveClipPlace } from './clip-place';
import type { NodeSpan } from './text-flow';

/** Has the background open the window of a clipping; `spans` are those of the name on the page. */
export async function beginClip(
  entity: EntityKey | null,
  spans: readonly NodeSpan[],
): Promise<void> {
  await sendUnchecked('beginClip', { entity, place: leaveClipPlace(spans) });
}
