/**
 * Another device of the reader's. Browsers of a test are signed in nowhere, so its letters are
 * written into the browser's sync as the browser itself would bring them.
 */
import { keysOfKind, offKey, readLetters, writeLetter } from '../../../lib/core/sync/letter';
import { EMPTY_REPLICA, join, withChange, withMark } from '../../../lib/core/sync/replica';
import type { Items } from '../../../lib/core/sync/room';
import { SYNC_FORMAT, type SyncKind } from '../../../lib/core/sync/sync-kinds';
import type { E2eDriver } from './launch';

const NAME = 'otherother';

export class OtherDevice {
  #replica = EMPTY_REPLICA;

  constructor(
    readonly driver: E2eDriver,
    readonly kind: SyncKind,
  ) {}

  /** All items of the kind, as they lie in the browser's sync. */
  async items(): Promise<Items> {
    return this.driver.inExtension(readArea) as Promise<Items>;
  }

  /** What is there of a record, version by version. */
  async read(id: string): Promise<unknown[]> {
    const { letters } = await readLetters(this.kind, await this.items(), () => true);
    this.#replica = letters.map(({ replica }) => replica).reduce(join, this.#replica);
    return (this.#replica.records.get(id) ?? []).map(({ value }) => value);
  }

  /** Without having read what came meanwhile. */
  change(id: string, value: unknown): void {
    this.#replica = withChange(this.#replica, NAME, { id, value, replaces: 'all' });
  }

  async send(): Promise<void> {
    this.#replica = withMark(this.#replica, NAME);
    const dot = { device: NAME, count: this.#replica.seen.get(NAME) ?? 0 };
    const { parts, head } = await writeLetter(this.kind, dot, this.#replica);
    await this.driver.inExtension(writeArea, { ...parts });
    await this.driver.inExtension(writeArea, { ...head });
  }

  /** A letter that no version of ours has written. */
  async sendRubbish(): Promise<void> {
    const head = { format: SYNC_FORMAT, parts: 1, hash: 'none' };
    const key = `${this.kind}-rubbishrub-9`;
    await this.driver.inExtension(writeArea, { [key]: head, [`${key}-0`]: 'AAAA' });
  }

  async letterKeys(): Promise<string[]> {
    return keysOfKind(this.kind, await this.items());
  }

  async isErased(): Promise<boolean> {
    return Object.hasOwn(await this.items(), offKey(this.kind));
  }
}

// What follows runs inside the browser.

declare const browser: typeof import('wxt/browser').browser;

async function readArea(): Promise<object> {
  return browser.storage.sync.get(null);
}

async function writeArea(items: Record<string, unknown>): Promise<void> {
  await browser.storage.sync.set(items);
}
