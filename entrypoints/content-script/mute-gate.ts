/** What the reader does not want marked in this frame, and whenever that changes. */
import { type IsMuted, type MutePlace, mutedAt, pageOf } from '../../lib/core/recognition/mutes';
import { sendUnchecked } from '../../lib/messaging/send-unchecked';
import { isTopFrame, topSite } from '../../lib/page/frame';
import { onMutesChanged, readStoredMutes } from '../../lib/storage/mute-store';

export interface MuteGate {
  /** Reads what holds now; to be awaited before the first `current`. */
  read(): Promise<void>;
  /** Undefined where nothing is muted here. */
  current(): IsMuted | undefined;
  /** Called when the stored mutes changed; they are to be read anew. */
  onChange(listener: () => void, signal: AbortSignal): void;
}

/** Mutes of private windows live in the background's memory alone, so there they are asked for. */
export function createMuteGate(isPrivate: boolean): MuteGate {
  let stored: unknown;
  let place: MutePlace = { site: null, page: null };
  let isMuted: IsMuted | undefined;

  return {
    async read() {
      const found = await (isPrivate ? privateMutes() : readStoredMutes());
      // A frame does not know its top page's address. Most readers have muted nothing: no message.
      place = isTopFrame || isEmpty(found) ? ownPlace() : await topPlace();
      stored = found;
      isMuted = mutedAt(stored, place);
    },
    current() {
      // A page can change its address without being loaded.
      if (isTopFrame && !isEmpty(stored) && place.page !== pageOf(location)) {
        place = ownPlace();
        isMuted = mutedAt(stored, place);
      }
      return isMuted;
    },
    onChange: onMutesChanged,
  };
}

function isEmpty(stored: unknown): boolean {
  return !Array.isArray(stored) || stored.length === 0;
}

function ownPlace(): MutePlace {
  return { site: topSite()?.site ?? null, page: pageOf(location) };
}

async function topPlace(): Promise<MutePlace> {
  const answer = (await sendUnchecked('getTopSite', {})) as Partial<MutePlace> | null;
  return { site: answer?.site ?? null, page: answer?.page ?? null };
}

async function privateMutes(): Promise<unknown> {
  const answer = (await sendUnchecked('getPrivateMutes', {})) as { mutes?: unknown } | null;
  return answer?.mutes;
}
