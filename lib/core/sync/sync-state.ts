/** What a device knows of its own sending: what the reader has turned on, and how it goes. */
import * as v from 'valibot';
import { SYNC_KINDS, type SyncKind } from './sync-kinds';

const bytes = v.pipe(v.number(), v.minValue(0));

export const SyncTroubleSchema = v.variant('code', [
  /** Nothing of it was sent: it takes `size` bytes, and `room` were free. */
  v.strictObject({ code: v.literal('too-large'), size: bytes, room: v.number() }),
  /** So many records are not even looked at. */
  v.strictObject({ code: v.literal('too-many'), max: v.number() }),
  /** Another device has a newer version of the extension, whose data are left alone. */
  v.strictObject({ code: v.literal('newer') }),
  /** Some of what came could not be read and was left out. */
  v.strictObject({ code: v.literal('damaged') }),
  /** What came does not fit what is here; nothing was changed. */
  v.strictObject({ code: v.literal('not-taken'), detail: v.string() }),
  /** The browser, or the profile, has failed; it is tried again. */
  v.strictObject({ code: v.literal('not-sent'), detail: v.string() }),
  /** The reader deleted what was sent, on another device. */
  v.strictObject({ code: v.literal('erased') }),
  /** The reader asked for it here, and not all of it could be deleted. */
  v.strictObject({ code: v.literal('not-erased'), detail: v.string() }),
]);
export type SyncTrouble = v.InferOutput<typeof SyncTroubleSchema>;

const KindStateSchema = v.object({
  isOn: v.fallback(v.boolean(), false),
  /** Something may have changed since the last meeting. */
  isDue: v.fallback(v.boolean(), false),
  /** ISO date and time at which the browser was given something that may still lie there; null for never. */
  sentAt: v.fallback(v.nullable(v.string()), null),
  trouble: v.fallback(v.nullable(SyncTroubleSchema), null),
  /** Records of which there are several versions. */
  conflicts: v.fallback(v.number(), 0),
  /** Records that have come and wait for others that they name. */
  waiting: v.fallback(v.number(), 0),
});
export type KindState = v.InferOutput<typeof KindStateSchema>;

export interface SyncState {
  /** Random, tells nothing of the device; empty until something is turned on. */
  readonly device: string;
  readonly kinds: Readonly<Record<SyncKind, KindState>>;
  /** Bytes of all that is kept in the browser's sync, by whatever device. */
  readonly used: number;
  /** Refusals in a row, and when to try again: ISO date and time. */
  readonly refusals: number;
  readonly retryAt: string | null;
}

const kind = v.fallback(KindStateSchema, v.parse(KindStateSchema, {}));
const SyncStateSchema = v.object({
  device: v.fallback(v.pipe(v.string(), v.regex(/^[a-z0-9]{10}$/)), ''),
  kinds: v.fallback(v.object({ settings: kind, facts: kind, sites: kind }), {
    settings: v.getFallback(kind),
    facts: v.getFallback(kind),
    sites: v.getFallback(kind),
  }),
  used: v.fallback(bytes, 0),
  refusals: v.fallback(v.number(), 0),
  retryAt: v.fallback(v.nullable(v.string()), null),
});

/** What is stored, with nothing turned on where it cannot be read. */
export function parseSyncState(stored: unknown): SyncState {
  const parsed = v.safeParse(SyncStateSchema, stored);
  return parsed.success ? parsed.output : v.parse(SyncStateSchema, {});
}

export function withKind(state: SyncState, which: SyncKind, part: Partial<KindState>): SyncState {
  const kinds = { ...state.kinds, [which]: { ...state.kinds[which], ...part } };
  return { ...state, kinds };
}

export function kindsOn({ kinds }: SyncState): SyncKind[] {
  return SYNC_KINDS.filter((one) => kinds[one].isOn);
}

/** Whether something may still lie in the browser's sync although the kind is off. */
export function isLeftThere({ isOn, sentAt, trouble }: KindState): boolean {
  return !isOn && (sentAt !== null || trouble?.code === 'not-erased');
}

/** Ten characters of no meaning; two devices have the same once in 10^15. */
export function newDeviceId(
  random: Uint8Array = crypto.getRandomValues(new Uint8Array(10)),
): string {
  return [...random].map((byte) => (byte % 36).toString(36)).join('');
}

const FIRST_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 3_600_000;

/** How long to wait after so many refusals in a row; the browser counts writes by minute and hour. */
export function waitAfter(refusals: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, refusals - 1));
}

/** Milliseconds from `now`. A longer wait than there can be was written while the clock was wrong. */
export function waitUntil(retryAt: string | null, now: number): number {
  const wait = retryAt === null ? 0 : Date.parse(retryAt) - now;
  return wait > 0 && wait <= LONGEST_WAIT_MS ? wait : 0;
}
