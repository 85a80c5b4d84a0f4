/** Gets this frame what it needs for large name lists, where the stored matcher tells of any. */
import {
  type CreateRemoteNames,
  type OpenRemoteNames,
  REMOTE_NAMES_OPENER,
} from '../../lib/page/remote-names-contract';

/** Longer than all but a sleeping background takes; then the page is read without the lists first. */
const PATIENCE_MS = 300;

/** Nothing where there are no lists behind this gate, or none yet. */
export type OpenLargeLists = (gate?: string) => Promise<CreateRemoteNames | null | undefined>;

/**
 * `load` brings large-lists.js into this frame; `onLate` hears that the lists have come after
 * all, so that the page can be read anew.
 */
export function createLargeLists(
  load: () => Promise<unknown>,
  confirmNames: (texts: string[]) => Promise<unknown>,
  onLate: () => void,
): OpenLargeLists {
  let opened: string | undefined;
  let names: ReturnType<OpenLargeLists>;

  async function openNow(gate: string): ReturnType<OpenLargeLists> {
    try {
      await load();
      const globals = globalThis as { [REMOTE_NAMES_OPENER]?: OpenRemoteNames };
      return await globals[REMOTE_NAMES_OPENER]?.(gate, confirmNames);
    } catch {
      opened = undefined;
    }
  }

  return async (gate) => {
    if (gate === undefined) return;
    if (opened !== gate) {
      opened = gate;
      names = openNow(gate);
    }
    const patience = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS));
    const inTime = await Promise.race([names, patience]);
    if (!inTime) void names.then((late) => late && onLate());
    return inTime;
  };
}
