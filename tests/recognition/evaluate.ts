/**
 * Precision and recall of recognition over the labelled passages.
 *
 *   npm run eval               the figures
 *   npm run eval -- --errors   and each error of the tuning part, with the rule it came from
 *
 * A mention counts as found when its span is exactly the labelled one and the labelled entity is
 * among those offered. The held-out part is reported by figures alone: its texts are not to be
 * looked at while recognition is being improved.
 */
import { parseArgs } from 'node:util';
import { idOfKey } from '../../lib/core/facts/keys';
import type { FactPack } from '../../lib/core/facts/pack-schema';
import { buildMatcher, namedEntitiesOf } from '../../lib/core/matcher/build-matcher';
import { createMatcher } from '../../lib/core/matcher/matcher';
import { recogniseText } from '../../lib/core/recognition/recognise-text';
import type { ResolvedMatch } from '../../lib/core/recognition/resolve';
import { compileBundledPacks } from '../../lib/tools/data/compile-pack';
import { type Passage, readPassages } from './read-passages';

type Label = Passage['mentions'][number];

interface Outcome {
  readonly passage: Passage;
  readonly result: 'found' | 'wrong' | 'missed';
  /** What the entity is, by the label or else by what was recognised. */
  readonly kind: string;
  readonly rule: string;
  readonly text: string;
  readonly entities: readonly string[];
}

const { values } = parseArgs({ options: { errors: { type: 'boolean', default: false } } });
const packs = compileBundledPacks().map(({ pack }) => pack);
const matcher = createMatcher(buildMatcher(packs.flatMap(namedEntitiesOf)));
const kinds = new Map(packs.flatMap((pack: FactPack) => pack.entities.map((e) => [e.id, e.kind])));

const outcomes = readPassages().flatMap(judge);
for (const set of ['tuning', 'held-out'] as const) {
  const part = outcomes.filter(({ passage }) => passage.set === set);
  console.log(`\n${set}: ${countPassages(set)} passages`);
  console.log(row('all', part));
  for (const [title, by] of [
    ['language', (o: Outcome) => o.passage.lang],
    ['kind', (o: Outcome) => o.kind],
    ['class', (o: Outcome) => o.passage.class],
  ] as const) {
    console.log(`  by ${title}`);
    for (const [name, group] of grouped(part, by)) console.log(row(`  ${name}`, group));
  }
  console.log('  errors by rule');
  const errors = part.filter(({ result }) => result !== 'found');
  for (const [rule, group] of grouped(errors, (o) => `${o.result} (${o.rule})`)) {
    console.log(`    ${rule.padEnd(44)} ${group.length}`);
  }
  if (values.errors && set === 'tuning') for (const error of errors) console.log(toLine(error));
}

function judge(passage: Passage): Outcome[] {
  const recognised = recogniseText(matcher, passage.text);
  const found = new Set<ResolvedMatch>();
  const outcomes: Outcome[] = [];
  for (const label of passage.mentions) {
    const match = recognised.find((one) => isFound(one, label));
    if (match) found.add(match);
    if (label.optional) continue;
    outcomes.push({
      passage,
      result: match ? 'found' : 'missed',
      kind: kinds.get(label.entities[0] ?? '') ?? 'none',
      rule: match?.why.rule ?? missedBecause(recognised, label),
      text: passage.text.slice(label.start, label.end),
      entities: label.entities,
    });
  }
  for (const match of recognised) {
    if (found.has(match)) continue;
    const entities = match.entities.map(idOfKey);
    outcomes.push({
      passage,
      result: 'wrong',
      kind: kinds.get(entities[0] ?? '') ?? 'none',
      rule: match.why.rule,
      text: passage.text.slice(match.start, match.end),
      entities,
    });
  }
  return outcomes;
}

function isFound(match: ResolvedMatch, { start, end, entities }: Label): boolean {
  return (
    match.start === start &&
    match.end === end &&
    match.entities.some((key) => entities.includes(idOfKey(key)))
  );
}

function missedBecause(recognised: readonly ResolvedMatch[], label: Label): string {
  const over = recognised.find((one) => one.start < label.end && label.start < one.end);
  if (!over) return 'not marked';
  const same = over.start === label.start && over.end === label.end;
  return same ? 'another entity' : 'another span';
}

function row(name: string, outcomes: readonly Outcome[]): string {
  const count = (result: Outcome['result']): number =>
    outcomes.filter((outcome) => outcome.result === result).length;
  const [found, wrong, missed] = [count('found'), count('wrong'), count('missed')];
  const share = (part: number, whole: number): string =>
    whole === 0 ? '    –' : (part / whole).toFixed(3);
  return `  ${name.padEnd(34)} precision ${share(found, found + wrong)}  recall ${share(
    found,
    found + missed,
  )}  found ${found}  wrong ${wrong}  missed ${missed}`;
}

function countPassages(set: Passage['set']): number {
  return readPassages().filter((passage) => passage.set === set).length;
}

function grouped<T>(items: readonly T[], by: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(by(item), [...(groups.get(by(item)) ?? []), item]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

function toLine({ passage, result, rule, text, entities }: Outcome): string {
  return `    ${passage.id} [${passage.class}] ${result} “${text}” ${entities.join('|')} (${rule})`;
}
