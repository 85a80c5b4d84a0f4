/** Random packs that are right in every way, for laws that must hold for all of them. */
import fc from 'fast-check';
import { checkPack } from '../facts/check-pack';
import {
  CLAIM_KINDS,
  type Claim,
  ENTITY_KINDS,
  type Entity,
  type FactPack,
  RELATION_KINDS,
  type Source,
} from '../facts/pack-schema';

const id = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}$/);
/** Words with what breaks tables, JSON and Markdown in them, and nothing that an import refuses. */
const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'Ada',
        'Holm',
        '马云',
        '=1+1',
        '-5',
        '"quoted"',
        'a|b',
        'a;b',
        'a,b',
        '\\',
        "'=",
        '@x',
      ),
      fc.constantFrom(
        'naïve',
        '😀',
        'Ω',
        '`code`',
        '*bold*',
        '<b>',
        '&amp;',
        '[1]',
        '{}',
        '+',
        "'",
      ),
      fc.stringMatching(/^[A-Za-z]{1,8}$/),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.join(' '));
const language = fc.constantFrom('en', 'und', 'zh-Hans', 'de');
const date = fc.constantFrom('2021', '2021-05', '2021-05-04', '2021-05~', '2018/2022');

const source = (own: string): fc.Arbitrary<Source> =>
  fc.record(
    {
      id: fc.constant(own),
      url: fc.constantFrom('https://gazette.example/a', 'http://b.example/?q=1'),
      title: words,
      publisher: words,
      language,
      translation: fc.constantFrom('none', 'machine', 'unknown'),
      stance: words,
    },
    { requiredKeys: ['id', 'title', 'language', 'translation', 'stance'] },
  );

const entity = (own: string): fc.Arbitrary<Entity> =>
  fc
    .record({
      label: words,
      kind: fc.constantFrom(...ENTITY_KINDS),
      texts: fc.uniqueArray(words, { maxLength: 4 }),
      lang: language,
      strengths: fc.array(fc.constantFrom('strong', 'weak', 'garbled'), {
        minLength: 5,
        maxLength: 5,
      }),
      summary: fc.array(words, { maxLength: 2 }),
      identifiers: fc.array(
        fc.record({ scheme: fc.constantFrom('wikidata', 'lei'), value: words }),
        {
          maxLength: 2,
        },
      ),
    })
    .map(({ label, kind, texts, lang, strengths, summary, identifiers }): Entity => {
      return {
        id: own,
        kind,
        label,
        labelBasis: 'source',
        nativeLabels: [],
        summary: summary.map((text) => ({ text, basis: 'editorial' as const })),
        // The label may stand anywhere among them.
        aliases: [...new Set([...texts.slice(2), label, ...texts])].map((text, index) => {
          const strength = strengths[index] ?? 'weak';
          return { text, lang, strength, case: 'initial' as const, basis: 'source' as const };
        }),
        ...(identifiers.length > 0 && { identifiers }),
      };
    });

const claim = (own: string, entities: string[], sources: string[]): fc.Arbitrary<Claim> =>
  fc
    .record({
      kind: fc.constantFrom(...CLAIM_KINDS),
      text: words,
      about: fc.uniqueArray(fc.constantFrom(...entities), { minLength: 1, maxLength: 3 }),
      date: fc.option(date, { nil: undefined }),
      quotes: fc.array(
        fc.record({
          from: fc.constantFrom(...sources),
          exact: words,
          prefix: words,
          start: fc.nat(9999),
        }),
        { maxLength: 2 },
      ),
    })
    .map(({ kind, text, about, date: when, quotes }): Claim => {
      return {
        id: own,
        kind,
        text,
        entities: about,
        speaker: { type: 'source' },
        ...(when !== undefined && { date: { date: when, basis: 'stated' as const } }),
        notes: [],
        conflictsWith: [],
        evidence: quotes.map(({ from, exact, prefix, start }) => {
          const context = prefix.slice(0, 30).replace(/[\ud800-\udbff]$/, '');
          return {
            source: from,
            exact,
            prefix: context,
            suffix: '',
            start,
            end: start + exact.length,
          };
        }),
      };
    });

export const randomEntities: fc.Arbitrary<Entity[]> = fc
  .uniqueArray(id, { minLength: 1, maxLength: 5 })
  .chain((ids) => fc.tuple(...ids.map(entity)));

export const randomPack: fc.Arbitrary<FactPack> = fc
  .tuple(
    fc.uniqueArray(id, { minLength: 1, maxLength: 3 }),
    fc.uniqueArray(id, { minLength: 2, maxLength: 5 }),
    fc.uniqueArray(id, { minLength: 1, maxLength: 5 }),
  )
  .chain(([sources, entities, claims]) =>
    fc.record({
      id,
      version: fc.constant('1.2.3'),
      title: words,
      description: words,
      license: fc.constant('CC0-1.0'),
      sources: fc.tuple(...sources.map(source)),
      entities: fc.tuple(...entities.map(entity)),
      claims: fc.tuple(...claims.map((own) => claim(own, entities, sources))),
      relations: fc.array(
        fc.record({
          from: fc.constant(entities[0] ?? ''),
          to: fc.constant(entities[1] ?? ''),
          kind: fc.constantFrom(...RELATION_KINDS),
          claim: fc.constantFrom(...claims),
        }),
        { maxLength: 2 },
      ),
    }),
  )
  .map(withConflict)
  .filter((pack) => checkPack(pack).length === 0);

/** The first two claims conflict, and the second answers the first. */
function withConflict(pack: FactPack): FactPack {
  const [first, second, ...rest] = pack.claims;
  if (!first || !second) return pack;
  const claims: Claim[] = [
    { ...first, conflictsWith: [second.id] },
    { ...second, respondsTo: first.id, conflictsWith: [first.id] },
    ...rest,
  ];
  return { ...pack, claims };
}
