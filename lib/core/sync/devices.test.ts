import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Device, type Note, Server } from './devices.fixture';
import { keysOfKind } from './letter';
import { distinctVersions } from './replica';

const IDS = ['one', 'two', 'three'];

const step = fc.record({
  device: fc.nat(2),
  does: fc.constantFrom(
    'add',
    'add',
    'edit',
    'edit',
    'edit',
    'delete',
    'choose',
    'meet',
    'die',
    'sync',
    'sync',
  ),
  id: fc.constantFrom(...IDS),
  needs: fc.constantFrom(...IDS, undefined),
  field: fc.constantFrom('a' as const, 'b' as const),
  choice: fc.nat(1000),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Words are never used twice, so that each can be followed to where it went. */
class Story {
  readonly server = new Server();
  readonly devices: Device[];
  readonly written = new Set<string>();
  /** Replaced or deleted by somebody who saw them. */
  readonly given = new Set<string>();
  #count = 0;

  constructor(count: number) {
    this.devices = Array.from(
      { length: count },
      (_, index) => new Device(`device000${index}`, this.server),
    );
  }

  async take({ device: index, does, id, needs, field, choice }: Step): Promise<void> {
    const device = this.devices[index % this.devices.length];
    if (!device) return;
    const { here } = device;
    const before = here.get(id);
    if (does === 'sync') {
      await device.meet();
      for (let i = 0; i <= choice % 20; i++) this.server.deliver(choice * 7 + i);
      await this.devices[choice % this.devices.length]?.meet();
    } else if (does === 'meet' || does === 'die') await device.meet(does === 'die');
    else if (does === 'add' && !before) {
      const named = needs !== undefined && needs !== id && here.has(needs) ? { needs } : {};
      here.set(id, { a: this.#word(), b: this.#word(), ...named });
    } else if (does === 'edit' && before) {
      this.given.add(before[field]);
      here.set(id, { ...before, [field]: this.#word() });
    } else if (does === 'delete' && before && !isNamed(here, id)) {
      here.delete(id);
      this.#giveUp(device, id, before);
    } else if (does === 'choose') this.#choose(device, id);
  }

  #choose(device: Device, id: string): void {
    const { replica } = device.memory;
    const now = device.here.get(id);
    const [shown, other] = distinctVersions(replica, id);
    const isSettled = JSON.stringify(shown?.value) === JSON.stringify(now);
    const value = other?.value as Note | undefined;
    if (!value || !isSettled) return;
    if (value.needs !== undefined && !device.here.has(value.needs)) return;
    this.#giveUp(device, id, now, wordsOf(value));
    device.choose(id, value);
  }

  #giveUp(device: Device, id: string, before: Note | undefined, kept: string[] = []): void {
    const versions = distinctVersions(device.memory.replica, id);
    for (const note of [before, ...versions.map(({ value }) => value as Note)]) {
      for (const word of note ? wordsOf(note) : []) {
        if (!kept.includes(word)) this.given.add(word);
      }
    }
  }

  #word(): string {
    const word = `w${this.#count++}`;
    this.written.add(word);
    return word;
  }

  async settle(): Promise<void> {
    for (let round = 0; round < 30; round++) {
      for (const device of this.devices) await device.meet();
      while (this.server.size > 0) this.server.deliver(round);
    }
  }
}

function wordsOf({ a, b }: Note): string[] {
  return [a, b];
}

function isNamed(here: ReadonlyMap<string, Note>, id: string): boolean {
  return [...here.values()].some(({ needs }) => needs === id);
}

function sorted(map: ReadonlyMap<string, unknown>): unknown[] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

test.each([2, 3])(
  '%d devices come to the same, and nothing is lost',
  async (count) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 10, maxLength: 80, size: 'max' }),
        async (steps) => {
          const story = new Story(count);
          for (const one of steps) await story.take(one);
          await story.settle();
          const [first, ...others] = story.devices;
          if (!first) throw new Error('no device');
          for (const other of others) {
            expect(sorted(other.here)).toEqual(sorted(first.here));
            expect(sorted(other.memory.replica.records)).toEqual(
              sorted(first.memory.replica.records),
            );
          }
          const { replica } = first.memory;
          const left = [...replica.records.values()]
            .flat()
            .flatMap(({ value }) => wordsOf(value as Note));
          for (const word of story.written) {
            if (!story.given.has(word)) expect(left).toContain(word);
          }
          expect(first.memory.held.size).toBe(0);
          // Letters that were replaced, or never got their head, do not gather.
          const letters = keysOfKind('facts', first.items);
          expect(letters.length).toBeLessThanOrEqual(3 * count);
        },
      ),
      {
        numRuns: 200,
        endOnFailure: true,
        ...(process.env['SEED'] && { seed: Number(process.env['SEED']) }),
      },
    );
  },
  60_000,
);
