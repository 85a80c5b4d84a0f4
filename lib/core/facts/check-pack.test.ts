import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkPack } from './check-pack';

const FIXTURES = new URL('../../../tests/fixtures/packs/', import.meta.url);
const readPack = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(file, FIXTURES), 'utf8'));

/** Each broken in one way, so each has exactly one problem, at one path. */
const INVALID: readonly [file: string, path: string, message: RegExp][] = [
  ['invalid-missing-title.json', 'title', /title/],
  ['invalid-version.json', 'version', /a version such as/],
  ['invalid-unknown-field.json', 'entities[1].colour', /never/],
  ['invalid-entity-kind.json', 'entities[1].kind', /"bridge"/],
  ['invalid-date.json', 'claims[0].date.date', /EDTF/],
  ['invalid-summary-shape.json', 'entities[0].summary[1]', /basis .*editorial/],
  ['invalid-long-excerpt.json', 'claims[0].evidence[0].exact', /240/],
  ['invalid-duplicate-entity.json', 'entities[4].id', /already entities\[1\]/],
  ['invalid-duplicate-claim.json', 'claims[2].id', /already claims\[1\]/],
  ['invalid-duplicate-source.json', 'sources[1].id', /already sources\[0\]/],
  ['invalid-label-not-alias.json', 'entities[1].label', /not among the aliases/],
  ['invalid-alias-twice.json', 'entities[0].aliases[3].text', /given twice/],
  ['invalid-summary-claim.json', 'entities[0].summary[0].claims[0]', /no claim “nothing”/],
  ['invalid-claim-entity.json', 'claims[0].entities[1]', /no entity “nobody”/],
  ['invalid-speaker.json', 'claims[0].speaker.entity', /no entity “nobody”/],
  ['invalid-via.json', 'claims[0].speaker.via', /no entity “nobody”/],
  ['invalid-evidence-speaker-via.json', 'claims[1].evidence[0].speaker.via', /no entity/],
  ['invalid-responds-to.json', 'claims[1].respondsTo', /no claim “nothing”/],
  ['invalid-conflict-unknown.json', 'claims[0].conflictsWith[1]', /no claim “nothing”/],
  ['invalid-conflict-one-sided.json', 'claims[0].conflictsWith[0]', /in return/],
  ['invalid-evidence-source.json', 'claims[0].evidence[0].source', /no source “herald”/],
  ['invalid-evidence-end.json', 'claims[0].evidence[0].end', /make it \d+/],
  ['invalid-relation-entity.json', 'relations[0].to', /no entity “nobody”/],
  ['invalid-relation-claim.json', 'relations[0].claim', /no claim “nothing”/],
  ['invalid-not-a-pack.json', '', /one JSON object/],
];

describe('checkPack', () => {
  test('the table names every fixture', () => {
    const files = readdirSync(FIXTURES).filter((file) => file.startsWith('invalid-'));
    expect(INVALID.map(([file]) => file).sort()).toEqual(files.sort());
  });

  test.each(INVALID)('%s: %s', (file, path, message) => {
    const problems = checkPack(readPack(file));
    expect(problems.map((problem) => problem.path)).toEqual([path]);
    expect(problems[0]?.message).toMatch(message);
  });

  test.each(['valid-full.json', 'valid-minimal.json', 'valid-without-evidence.json'])(
    '%s has no problems',
    (file) => {
      expect(checkPack(readPack(file))).toEqual([]);
    },
  );

  test('a bundled claim needs an excerpt', () => {
    const problems = checkPack(readPack('valid-without-evidence.json'), {
      everyClaimHasEvidence: true,
    });
    expect(problems.map((problem) => problem.path)).toEqual(['claims[0].evidence']);
  });

  test('reports what is wrong elsewhere although one record has the wrong shape', () => {
    const pack = readPack('invalid-claim-entity.json') as { entities: Record<string, unknown>[] };
    delete pack.entities[1]?.['kind'];
    expect(checkPack(pack).map((problem) => problem.path)).toEqual([
      'entities[1].kind',
      'claims[0].entities[1]',
    ]);
  });

  test.each([undefined, null, 'pack', 7, { entities: 'many' }, { claims: [null, 3] }])(
    'survives %j',
    (value) => {
      expect(checkPack(value).length).toBeGreaterThan(0);
    },
  );
});
