/** Whether annotation is on in this frame, and whenever that changes. */
import { isOn, parseSwitches, type Switches } from '../../lib/core/sites/site-switch';
import { sendUnchecked } from '../../lib/messaging/send-unchecked';
import { topSite } from '../../lib/page/frame';
import { onSwitchesChanged, readSwitches } from '../../lib/storage/settings';

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
      return isOn(switches, await followedSite());
    },
    onChange: onSwitchesChanged,
  };
}

async function privateSwitches(): Promise<Switches> {
  return parseSwitches(await sendUnchecked('getPrivateSwitches', {}));
}

async function followedSite(): Promise<string | null> {
  const top = topSite();
  if (top !== null) return top.site;
  const answer = (await sendUnchecked('getTopSite', {})) as { site?: unknown } | null;
  return typeof answer?.site === 'string' ? answer.site : null;
}
