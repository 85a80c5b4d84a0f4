/** Whether annotation is on in this frame, and whenever that changes. */
import { addressOfUrl, isOn, parseSwitches, type Switches } from '../../lib/core/sites/site-switch';
import { sendUnchecked } from '../../lib/messaging/send-unchecked';
import { isTopFrame, topSite } from '../../lib/page/frame';
import { onSwitchesChanged, readSwitches } from '../../lib/storage/switch-store';

export interface SiteGate {
  isOn(): Promise<boolean>;
  /** Called when the stored switches changed; what holds then is to be asked anew. */
  onChange(listener: () => void, signal: AbortSignal): void;
}

/**
 * In a private window the window's own switches hold over the stored ones. They live in the
 * background's memory alone, so there they are asked for by message.
 */
export function createSiteGate(isPrivate: boolean): SiteGate {
  return {
    async isOn() {
      const switches = await (isPrivate ? privateSwitches() : readSwitches());
      return isOn(switches, await followedAddress(switches));
    },
    onChange: onSwitchesChanged,
  };
}

async function privateSwitches(): Promise<Switches> {
  return parseSwitches(await sendUnchecked('getPrivateSwitches', {}));
}

async function followedAddress(switches: Switches): Promise<string | null> {
  if (isTopFrame) return addressOfUrl(location.href);
  const top = topSite();
  if (top !== null && !hasPaths(switches)) return top.site;
  const answer = (await sendUnchecked('getTopSite', {})) as { page?: unknown } | null;
  return typeof answer?.page === 'string' ? addressOfUrl(answer.page) : null;
}

/** A frame may know the host of its top page, but not the path. */
function hasPaths({ sites }: Switches): boolean {
  return Object.keys(sites).some((pattern) => !/^[^/]*\/\*$/.test(pattern));
}
