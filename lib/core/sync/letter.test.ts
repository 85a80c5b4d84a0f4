import { describe, expect, test } from 'vitest';
import { deflateText, inflateText } from './deflated-text';
import { obsoleteKeys, readLetters, writeLetter } from './letter';
import { EMPTY_REPLICA, join, type Replica, withChange, withMark } from './replica';
import { bytesOf, type Items, planRoom, SYNC_LIMITS } from './room';

const DEVICE = 'aaaaaaaaaa';
const anything = (): boolean => true;

function replicaOf(values: Readonly<Record<string, unknown>>): Replica {
  const filled = Object.entries(values).reduce(
    (replica, [id, value]) => withChange(replica, DEVICE, { id, value, replaces: 'all' }),
    EMPTY_REPLICA,
  );
  return withMark(filled, DEVICE);
}

async function sent(replica: Replica): Promise<Items> {
  const dot = { device: DEVICE, count: replica.seen.get(DEVICE) ?? 0 };
  const { parts, head } = await writeLetter('sites', dot, replica);
  return { ...parts, ...head };
}

/** Words that cannot be deflated, the same in each run. */
function noise(length: number): string {
  let state = 1;
  return Array.from({ length }, () => {
    state = (state * 48271) % 2147483647;
    return String.fromCharCode(0x4e00 + (state % 20000));
  }).join('');
}

describe('a letter', () => {
  test.each([
    ['nothing', {}],
    ['one record', { 'example.com/*': 'on' }],
    ['every kind of value', { a: [1, null, { b: '“”<>&' }], c: false, d: 0, e: '' }],
    ['keys that mean something', { constructor: 'x', toString: 'y' }],
    ['more than one item holds', { long: noise(20_000) }],
  ])('of %s is read as it was written', async (_name, values) => {
    const replica = replicaOf(values);
    const { letters, problems } = await readLetters('sites', await sent(replica), anything);
    expect(problems).toEqual([]);
    expect(letters.map((letter) => letter.replica)).toEqual([replica]);
  });

  test('of as many devices and versions as years of disagreement make is read', async () => {
    const devices = Array.from({ length: 300 }, (_, index) => `device${1000 + index}`);
    const apart = devices.map((device, index) =>
      index < 100
        ? withChange(EMPTY_REPLICA, device, { id: 'a', value: index, replaces: 'shown' })
        : withMark(EMPTY_REPLICA, device),
    );
    const replica = withMark(apart.reduce(join, EMPTY_REPLICA), DEVICE);
    const { letters, problems } = await readLetters('sites', await sent(replica), anything);
    expect(problems).toEqual([]);
    expect(letters[0]?.replica.records.get('a')).toHaveLength(100);
  });

  test('keeps to the size of an item', async () => {
    const items = await sent(replicaOf({ long: noise(20_000) }));
    expect(Object.keys(items).length).toBeGreaterThan(3);
    for (const [key, value] of Object.entries(items)) {
      expect(bytesOf({ [key]: value })).toBeLessThanOrEqual(SYNC_LIMITS.item);
    }
  });

  test('is refused where one record is not sound', async () => {
    const items = await sent(replicaOf({ good: 'on', bad: 'sometimes' }));
    const { letters, problems } = await readLetters('sites', items, (_id, value) => value === 'on');
    expect(letters).toEqual([]);
    expect(problems.map(({ problem }) => problem)).toEqual(['damaged']);
  });

  test('of another kind, of another device’s name, or of nobody is passed over', async () => {
    const items = await sent(replicaOf({ a: 1 }));
    const others = {
      'sites-off': { format: 1 },
      'sites-x-1': 1,
      other: 2,
      'sites-aaaaaaaaaa-0': 3,
    };
    expect((await readLetters('facts', items, anything)).letters).toEqual([]);
    expect(await readLetters('sites', others, anything)).toEqual({ letters: [], problems: [] });
  });

  test('may go once all of it is known', async () => {
    const replica = replicaOf({ a: 1 });
    const items = await sent(replica);
    expect(obsoleteKeys('sites', items, replica).sort()).toEqual(Object.keys(items).sort());
    expect(obsoleteKeys('sites', items, EMPTY_REPLICA)).toEqual([]);
  });
});

/** Texts that a letter of the right hash may hold all the same. */
describe('a letter that contradicts itself', () => {
  const seen = [[DEVICE, 2]];
  const cases: readonly (readonly [string, unknown])[] = [
    ['no JSON', 'x'],
    ['no object', []],
    ['its own count missing', { seen: [], records: [] }],
    ['its own count another', { seen: [[DEVICE, 3]], records: [] }],
    ['a device twice', { seen: [...seen, ...seen], records: [] }],
    ['a device of another form', { seen: [...seen, ['Anna’s laptop', 1]], records: [] }],
    ['a count without end', { seen: [...seen, ['bbbbbbbbbb', 1e300]], records: [] }],
    ['a dot of nobody', { seen, records: [['a', [[[1, 1], [], 1]]]] }],
    ['a dot from the future', { seen, records: [['a', [[[0, 3], [], 1]]]] }],
    ['a record twice', { seen, records: Array(2).fill(['a', [[[0, 1], [], 1]]]) }],
    ['a record without versions', { seen, records: [['a', []]] }],
    ['a version without a value', { seen, records: [['a', [[[0, 1], [], null]]]] }],
    ['too many versions', { seen, records: [['a', Array(501).fill([[0, 1], [], 1])]] }],
    ['nested without end', `${'['.repeat(100)}${']'.repeat(100)}`],
  ];
  test.each(cases)('%s', async (_name, text) => {
    const packed = await deflateText(typeof text === 'string' ? text : JSON.stringify(text));
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(packed));
    const hash = Buffer.from(digest).toString('hex');
    const key = `sites-${DEVICE}-2`;
    const items = { [key]: { format: 1, parts: 1, hash }, [`${key}-0`]: packed };
    const { letters, problems } = await readLetters('sites', items, anything);
    expect(letters).toEqual([]);
    expect(problems.map(({ problem }) => problem)).toEqual(['damaged']);
  });
});

test('a few bytes do not become gigabytes', async () => {
  const bomb = await deflateText('0'.repeat(3_000_000));
  expect(bomb.length).toBeLessThan(10_000);
  expect(await inflateText(bomb, 1_000_000)).toBeNull();
  expect(await inflateText('not base64!', 1000)).toBeNull();
});

describe('room', () => {
  const kilobytes = (count: number): string => 'x'.repeat(count * 1000 - 20);
  test.each([
    [
      'both old and new',
      { old: kilobytes(40) },
      { new: kilobytes(40) },
      { fits: true, removeFirst: false },
    ],
    [
      'the new once the old is gone',
      { old: kilobytes(60) },
      { new: kilobytes(60) },
      { fits: true, removeFirst: true },
    ],
    ['not for the new', { kept: kilobytes(50) }, { new: kilobytes(60) }, { fits: false }],
    [
      'not for so many',
      {},
      Object.fromEntries(Array.from({ length: 513 }, (_, i) => [i, 1])),
      { fits: false },
    ],
  ])('%s', (_name, present, added, expected) => {
    expect(planRoom(present, ['old'], added)).toMatchObject(expected);
  });

  test('counts as browsers do', () => {
    expect(bytesOf({ key: 'é"<' })).toBe(3 + 2 + 2 + 2 + 6);
  });
});
