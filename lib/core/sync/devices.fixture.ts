/** Devices of one reader with a sync between them that delivers late, piece by piece and in any order. */
import { mergeRecord } from '../packs/merge-record';
import { readLetters } from './letter';
import { EMPTY_MEMORY, type KindRules, meet, type SyncMemory } from './reconcile';
import { withChange } from './replica';
import type { Items } from './room';
import { planSending } from './send-plan';

/** A record with two fields and perhaps the name of another. */
export interface Note {
  readonly a: string;
  readonly b: string;
  readonly needs?: string;
}

export const noteRules: KindRules = {
  changeReplaces: 'shown',
  isOurs: () => true,
  isDefault: () => false,
  merge(_id, base, one, other) {
    const { merged, conflicts } = mergeRecord(base as Note, one as Note, other as Note);
    return conflicts.length === 0 ? merged : null;
  },
  needs: (_id, value) => {
    const { needs } = value as Note;
    return needs === undefined ? [] : [needs];
  },
};

interface Write {
  readonly key: string;
  /** Undefined removes it. */
  readonly value: unknown;
}

/** Writes of one key arrive in their order, those of several in any. */
export class Server {
  readonly #waiting: { readonly to: Device; readonly write: Write }[] = [];
  readonly devices: Device[] = [];

  send(from: Device, write: Write): void {
    for (const to of this.devices) if (to !== from) this.#waiting.push({ to, write });
  }

  get size(): number {
    return this.#waiting.length;
  }

  deliver(choice: number): void {
    const one = this.#waiting[choice % Math.max(1, this.#waiting.length)];
    if (!one) return;
    const first = this.#waiting.find(
      ({ to, write }) => to === one.to && write.key === one.write.key,
    );
    if (!first) return;
    this.#waiting.splice(this.#waiting.indexOf(first), 1);
    first.to.receive(first.write);
  }
}

export class Device {
  here = new Map<string, Note>();
  memory: SyncMemory = EMPTY_MEMORY;
  #area = new Map<string, unknown>();

  constructor(
    readonly name: string,
    readonly server: Server,
  ) {
    server.devices.push(this);
  }

  get items(): Items {
    return Object.fromEntries(this.#area);
  }

  receive({ key, value }: Write): void {
    if (value === undefined) this.#area.delete(key);
    else this.#area.set(key, value);
  }

  /** `dies` leaves the letter without its head. */
  async meet(dies = false): Promise<void> {
    const { letters } = await readLetters('facts', this.items, () => true);
    const replicas = letters.map(({ replica }) => replica);
    const { memory, changes, hasNews } = meet(
      this.memory,
      this.here,
      replicas,
      this.name,
      noteRules,
    );
    for (const { id, after } of changes) {
      if (after === null) this.here.delete(id);
      else this.here.set(id, after as Note);
    }
    for (const [id, { needs }] of this.here) {
      if (needs !== undefined && !this.here.has(needs)) throw new Error(`${id} lacks ${needs}`);
    }
    this.memory = memory;
    if (hasNews) await this.#publish(dies);
  }

  /** What the reader does who is shown a conflict. */
  choose(id: string, value: unknown): void {
    const replica = withChange(this.memory.replica, this.name, { id, value, replaces: 'all' });
    this.memory = { ...this.memory, replica };
    this.here.set(id, value as Note);
  }

  async #publish(dies: boolean): Promise<void> {
    const plan = await planSending('facts', this.memory.replica, this.name, this.items);
    this.memory = { ...this.memory, replica: plan.replica };
    this.#write(Object.entries(plan.parts));
    if (dies) return;
    this.#write(Object.entries(plan.head));
    this.#write(plan.obsolete.map((key) => [key, undefined]));
  }

  #write(entries: readonly (readonly [string, unknown])[]): void {
    for (const [key, value] of entries) {
      this.receive({ key, value });
      this.server.send(this, { key, value });
    }
  }
}
