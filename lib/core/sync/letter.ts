/**
 * A replica as items of the browser's sync, and back. Items are written once and never changed,
 * under keys that only their device uses, so two devices cannot write the same item. A letter is
 * its parts and a head with their hash; it counts once all of them are there.
 */
import * as v from 'valibot';
import { isNestedDeeper } from '../packs/json-depth';
import { deflateText, inflateText } from './deflated-text';
import { type Dot, knows, MAX_FROM, type Replica, type Version } from './replica';
import { type Items, SYNC_LIMITS } from './room';
import { SYNC_FORMAT, SYNC_KINDS, type SyncKind } from './sync-kinds';

/** Leaves room for key and quotation marks. */
const PART_CHARS = SYNC_LIMITS.item - 100;
/** A hundred kilobytes of ordinary facts are far less. */
const MAX_TEXT_BYTES = 8_000_000;
const MAX_DEPTH = 40;
// What we read has to be more than anybody comes to write, or nobody could read anything any more.
const MAX_DEVICES = 5000;
const MAX_RECORDS = 20_000;
/** Of one record. */
const MAX_VERSIONS = 500;
/** Leaves counting on possible, whatever a letter says. */
const MAX_COUNT = 2 ** 45;
const DEVICE = /^[a-z0-9]{10}$/;

export interface Letter {
  readonly dot: Dot;
  readonly replica: Replica;
}

export type LetterProblem = 'incomplete' | 'damaged' | 'newer';

export interface LettersRead {
  readonly letters: readonly Letter[];
  readonly problems: readonly { readonly dot: Dot; readonly problem: LetterProblem }[];
}

/** Says of a value whether it may stand under its id; nothing that comes from outside is trusted. */
export type IsSound = (id: string, value: unknown) => boolean;

const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_COUNT));

const HeadSchema = v.strictObject({
  format: v.literal(SYNC_FORMAT),
  parts: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(SYNC_LIMITS.items)),
  /** SHA-256 of the parts in their order. */
  hash: v.string(),
});
/** By any version, so that a newer one is recognised. */
const AnyHeadSchema = v.looseObject({ format: v.number() });

const IndexedDotSchema = v.strictTuple([v.pipe(v.number(), v.integer(), v.minValue(0)), count]);
const TextSchema = v.strictObject({
  /** Dots name devices by their place in this list. */
  seen: v.pipe(
    v.array(v.strictTuple([v.pipe(v.string(), v.regex(DEVICE)), count])),
    v.maxLength(MAX_DEVICES),
  ),
  records: v.pipe(
    v.array(
      v.strictTuple([
        v.pipe(v.string(), v.maxLength(1000)),
        v.pipe(
          v.array(
            v.strictTuple([
              IndexedDotSchema,
              v.pipe(v.array(IndexedDotSchema), v.maxLength(MAX_FROM)),
              v.unknown(),
            ]),
          ),
          v.minLength(1),
          v.maxLength(MAX_VERSIONS),
        ),
      ]),
    ),
    v.maxLength(MAX_RECORDS),
  ),
});
type LetterText = v.InferOutput<typeof TextSchema>;

/** The head last: it is to be written after its parts. */
export async function writeLetter(
  kind: SyncKind,
  dot: Dot,
  replica: Replica,
): Promise<{ readonly parts: Items; readonly head: Items }> {
  const packed = await deflateText(JSON.stringify(textOf(replica)));
  const texts = packed.match(new RegExp(`.{1,${PART_CHARS}}`, 'g')) ?? [];
  const key = keyOf(kind, dot);
  return {
    parts: Object.fromEntries(texts.map((text, index) => [`${key}-${index}`, text])),
    head: { [key]: { format: SYNC_FORMAT, parts: texts.length, hash: await hashOf(packed) } },
  };
}

/** All letters of a kind. What cannot be read is told, and changes nothing. */
export async function readLetters(
  kind: SyncKind,
  items: Items,
  isSound: IsSound,
): Promise<LettersRead> {
  const dots = new Map<string, Dot>();
  for (const key of Object.keys(items)) {
    const named = nameOf(key);
    if (named?.kind === kind) dots.set(keyOf(kind, named.dot), named.dot);
  }
  const letters: Letter[] = [];
  const problems: LettersRead['problems'][number][] = [];
  for (const [key, dot] of dots) {
    const read = await readLetter(key, dot, items, isSound);
    if (typeof read === 'string') problems.push({ dot, problem: read });
    else letters.push({ dot, replica: read });
  }
  return { letters, problems };
}

/** Keys of letters that say nothing the replica does not know. Which device wrote them matters not. */
export function obsoleteKeys(kind: SyncKind, items: Items, replica: Replica): string[] {
  return Object.keys(items).filter((key) => {
    const named = nameOf(key);
    return named?.kind === kind && knows(replica, named.dot);
  });
}

export function keysOfKind(kind: SyncKind, items: Items): string[] {
  return Object.keys(items).filter((key) => nameOf(key)?.kind === kind);
}

/** Tells all devices to stop sending this kind. */
export function offKey(kind: SyncKind): string {
  return `${kind}-off`;
}

function keyOf(kind: SyncKind, { device, count: number }: Dot): string {
  return `${kind}-${device}-${number}`;
}

function nameOf(key: string): { readonly kind: SyncKind; readonly dot: Dot } | null {
  const [, kind, device, digits] =
    /^([a-z]+)-([a-z0-9]{10})-([1-9]\d{0,13})(?:-\d+)?$/.exec(key) ?? [];
  const known = SYNC_KINDS.find((one) => one === kind);
  if (!known || device === undefined) return null;
  return { kind: known, dot: { device, count: Number(digits) } };
}

async function readLetter(
  key: string,
  dot: Dot,
  items: Items,
  isSound: IsSound,
): Promise<Replica | LetterProblem> {
  const stored = items[key];
  if (stored === undefined) return 'incomplete';
  const any = v.safeParse(AnyHeadSchema, stored);
  if (any.success && any.output.format > SYNC_FORMAT) return 'newer';
  const head = v.safeParse(HeadSchema, stored);
  if (!head.success) return 'damaged';
  const parts = Array.from({ length: head.output.parts }, (_, index) => items[`${key}-${index}`]);
  if (parts.includes(undefined)) return 'incomplete';
  if (!parts.every((part) => typeof part === 'string')) return 'damaged';
  const packed = parts.join('');
  if ((await hashOf(packed)) !== head.output.hash) return 'damaged';
  const text = await inflateText(packed, MAX_TEXT_BYTES);
  const parsed = text === null ? null : parsedOf(text);
  return (parsed && replicaOf(parsed, dot, isSound)) ?? 'damaged';
}

function parsedOf(text: string): LetterText | null {
  if (isNestedDeeper(text, MAX_DEPTH)) return null;
  try {
    const parsed = v.safeParse(TextSchema, JSON.parse(text) as unknown);
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** Null where it contradicts itself. */
function replicaOf(text: LetterText, dot: Dot, isSound: IsSound): Replica | null {
  const seen = new Map(text.seen);
  if (seen.size !== text.seen.length || seen.get(dot.device) !== dot.count) return null;
  const devices = [...seen.keys()];
  const toDot = ([index, number]: readonly [number, number]): Dot | null => {
    const device = devices[index];
    const isKnown = device !== undefined && number <= (seen.get(device) ?? 0);
    return isKnown ? { device, count: number } : null;
  };
  const records = new Map<string, Version[]>();
  for (const [id, versions] of text.records) {
    if (records.has(id)) return null;
    const read: Version[] = [];
    for (const [own, chain, value] of versions) {
      const itsDot = toDot(own);
      const from = chain.map(toDot).filter((one) => one !== null);
      if (!itsDot || from.length < chain.length) return null;
      if (value === null || !isSound(id, value)) return null;
      read.push({ dot: itsDot, from, value });
    }
    records.set(id, read);
  }
  return { seen, records };
}

function textOf({ seen, records }: Replica): LetterText {
  const devices = [...seen.keys()];
  const short = ({ device, count: number }: Dot): [number, number] => [
    devices.indexOf(device),
    number,
  ];
  return {
    seen: [...seen],
    records: [...records].map(([id, versions]) => [
      id,
      versions.map(({ dot, from, value }) => [short(dot), from.map(short), value]),
    ]),
  };
}

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
