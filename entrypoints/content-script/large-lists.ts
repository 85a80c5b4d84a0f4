/** Gets this frame what it needs for large name lists, where the stored matcher tells of any. */
import {
  type CreateRemoteNames,
  type OpenRemoteNames,
  REMOTE_NAMES_OPENER,
} from '../../lib/page/remote-names-contract';

/** Longer than all but a sleeping background takes; then the page is read without the lists first. */
const PATIENCE_MS = 300;

export interface LargeListsOptions {
  /** Brings large-lists.js into this frame. */
  readonly load: () => Promise<unknown>;
  readonly confirmNames: (texts: string[]) => Promise<unknown>;
  /** They have come after all, and the page is to be started anew. */
  readonly onLate: () => void;
}

export interface LargeLists {
  /** Undefined where there are none, or none yet. */
  open(gate: string | undefined): Promise<CreateRemoteNames | undefined>;
}

export function createLargeLists({ load, confirmNames, onLate }: LargeListsOptions): LargeLists {
  let opened: { gate: string; names: Promise<CreateRemoteNames | undefined> } | undefined;

  async function openNow(gate: string): Promise<CreateRemoteNames | undefined> {
    await load();
    const { [REMOTE_NAMES_OPENER]: open } = globalThis as {
      [REMOTE_NAMES_OPENER]?: OpenRemoteNames;
    };
    return (await open?.(gate, confirmNames)) ?? undefined;
  }

  return {
    async open(gate) {
      if (gate === undefined) return undefined;
      const names = opened?.gate === gate ? opened.names : openNow(gate).catch(() => undefined);
      opened = { gate, names };
      let isLate = false;
      const patience = new Promise<undefined>((resolve) => {
        setTimeout(() => {
          isLate = true;
          resolve(undefined);
        }, PATIENCE_MS);
      });
      void names.then((found) => {
        if (!found) opened = undefined;
        else if (isLate) onLate();
      });
      return Promise.race([names, patience]);
    },
  };
}
