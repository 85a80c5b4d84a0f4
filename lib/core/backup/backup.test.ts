import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalPack } from '../packs/canonical-pack';
import { randomPack } from '../packs/random-pack.fixture';
import { isBackupDue } from './backup-reminder';
import type { Backup } from './backup-schema';
import { isBackup, readBackup } from './read-backup';
import { writeBackup } from './write-backup';

const RELATION = { from: 'a', to: 'b', kind: 'leads', claim: 'c' };
const BACKUP: Backup = {
  format: 'glossator-backup',
  version: 1,
  madeAt: '2026-11-22T03:00:00.000Z',
  settings: { theme: 'dark', dwell: 250, seen: ['a'], isQuiet: false },
  switches: { default: 'on', sites: { 'example.com/*': 'off' } },
  mutes: [
    {
      entity: 'china-tech/ant-group',
      alias: 'ant',
      scope: { type: 'site', site: 'example.com/*' },
      at: '2026-11-21T10:00:00.000Z',
    },
  ],
  packs: [{ id: 'p', version: '1.0.0', title: 'P', isEnabled: true, order: 1, isPainted: false }],
  own: null,
  edits: [
    {
      pack: 'p',
      section: 'relations',
      id: 'a b',
      at: '2026-11-21T10:00:00.000Z',
      shipped: null,
      mine: RELATION,
    },
  ],
};

test('a backup restored is the same profile, and backed up again the same bytes', () => {
  fc.assert(
    fc.property(fc.option(randomPack, { nil: null }), (own) => {
      const text = writeBackup({ ...BACKUP, own });
      expect(isBackup(text)).toBe(true);
      const read = readBackup(text);
      if (!read.ok) throw new Error(JSON.stringify(read.problem));
      expect(read.backup).toEqual({ ...BACKUP, own: own && canonicalPack(own) });
      expect(writeBackup(read.backup)).toBe(text);
    }),
    { numRuns: 50 },
  );
});

describe('a bad backup ends in one problem that names its place', () => {
  const pack = {
    id: 'own',
    version: '1.0.0',
    title: 'O',
    description: 'O',
    license: 'x',
    sources: [],
    entities: [],
    relations: [],
  };
  const claim = {
    id: 'c',
    kind: 'event',
    text: 'C',
    entities: ['nobody'],
    speaker: { type: 'source' },
    notes: [],
    conflictsWith: [],
    evidence: [],
  };
  const with_ = (change: Record<string, unknown>): string =>
    JSON.stringify({ ...BACKUP, ...change });
  test.each<[string, string, string, string | undefined]>([
    ['empty', '', 'empty-file', undefined],
    ['cut off', writeBackup(BACKUP).slice(0, 200), 'json-syntax', undefined],
    ['nested', `{"format":"glossator-backup","x":${'['.repeat(99)}`, 'too-deep', undefined],
    ['a pack', JSON.stringify(pack), 'unknown-format', 'format'],
    ['a list', '[]', 'unknown-format', 'format'],
    ['from a newer extension', with_({ version: 2 }), 'newer-format', 'version'],
    ['without a version', with_({ version: undefined }), 'missing-field', 'version'],
    ['an unknown member', with_({ colour: 1 }), 'unknown-field', 'colour'],
    ['a hostile member', with_({}).replace('{', '{"__proto__":{},'), 'hostile-key', '__proto__'],
    [
      'a switch that is none',
      with_({ switches: { default: 'maybe', sites: {} } }),
      'bad-value',
      'switches.default',
    ],
    [
      'a mute of nothing',
      with_({ mutes: [{ ...BACKUP.mutes[0], alias: '' }] }),
      'empty-field',
      'mutes[0].alias',
    ],
    [
      'a mute of a place that is none',
      with_({ mutes: [{ ...BACKUP.mutes[0], scope: { type: 'moon' } }] }),
      'bad-value',
      'mutes[0].scope.type',
    ],
    ['settings that go deep', with_({ settings: { a: { b: 1 } } }), 'wrong-type', 'settings.a'],
    [
      'own facts about nobody',
      with_({ own: { ...pack, claims: [claim] } }),
      'unknown-entity',
      'own.claims[0].entities[0]',
    ],
    [
      'script in own facts',
      with_({ own: { ...pack, title: '<script>x</script>', claims: [] } }),
      'markup',
      'own.title',
    ],
    [
      'an edit that is no record',
      with_({ edits: [{ ...BACKUP.edits[0], mine: { ...RELATION, kind: 'x' } }] }),
      'bad-value',
      'edits[0].mine.kind',
    ],
  ])('%s', (_name, text, code, path) => {
    const read = readBackup(text);
    if (read.ok) throw new Error('restored');
    expect([read.problem.code, read.problem.place.path]).toEqual([code, path]);
  });
});

describe('a reminder', () => {
  const DAY = 86_400_000;
  const now = 100 * DAY;
  const state = { count: 9, lastEdit: now - DAY, lastBackup: null, lastAsked: null };
  test.each<[string, Partial<typeof state> | Record<string, number | null>, boolean]>([
    ['never backed up', {}, true],
    ['hardly anything there', { count: 2 }, false],
    ['backed up since', { lastBackup: now }, false],
    ['backed up before the last edit, long ago', { lastBackup: now - 30 * DAY }, true],
    ['backed up a day before the last edit', { lastBackup: now - 2 * DAY }, false],
    ['asked this week', { lastAsked: now - 3 * DAY }, false],
  ])('%s', (_name, change, isDue) => {
    expect(isBackupDue({ ...state, ...change }, now)).toBe(isDue);
  });
});
