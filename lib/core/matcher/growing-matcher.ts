/**
 * A matcher that learns names while the page is open: those of large lists that the background
 * has confirmed. What was learned is found like any other name from then on, also where the page
 * changes, without another question.
 */
import type { EntityKey } from '../facts/keys';
import { buildTables, type NamedEntity } from './build-matcher';
import type { LearnedEntity } from './learned-entity';
import {
  type Candidate,
  createMatcher,
  type Matcher,
  type ScanResult,
  type StartProbe,
} from './matcher';
import { type MatcherTables, type NumberTable, PERSON, STRENGTH_CODES } from './matcher-tables';

export interface GrowingMatcher extends Matcher {
  /** False where all of it was known already. Indexes of aliases given out before stay true. */
  learn(entities: readonly LearnedEntity[]): boolean;
}

export function createGrowingMatcher(base: Matcher): GrowingMatcher {
  /** In the order in which they were learned; their indexes follow those of the base. */
  const learned = new Map<EntityKey, LearnedEntity>();
  const aliases: NumberedAlias[] = [];
  const numbers = new Map<string, number>();
  let { tables } = base;
  let extra: Matcher | null = null;
  /** Of an alias of `extra`: its index in `tables`. */
  let indexes: readonly number[] = [];

  function learn(entities: readonly LearnedEntity[]): boolean {
    let isNew = false;
    for (const entity of entities) {
      const known = learned.get(entity.key);
      const fresh = entity.aliases.filter((alias) => !known || !hasText(known, alias.text));
      if (known && fresh.length === 0) continue;
      learned.set(entity.key, { ...entity, aliases: [...(known?.aliases ?? []), ...fresh] });
      isNew = true;
    }
    if (isNew) renew();
    return isNew;
  }

  function renew(): void {
    const entities = [...learned.values()];
    const small = buildTables(entities.map(toNamed));
    indexes = small.aliasText.map((text, alias) => {
      const entity = small.aliasEntity[alias] ?? NOBODY;
      return numberOf({
        text,
        rules: small.aliasRules[alias] ?? 0,
        key: small.entityKeys[entity] ?? null,
      });
    });
    tables = extended(base.tables, entities, aliases);
    extra = createMatcher(small);
  }

  function numberOf(alias: NumberedAlias): number {
    const id = `${alias.key} ${alias.rules} ${alias.text}`;
    const number = numbers.get(id) ?? base.tables.aliasText.length + aliases.length;
    if (!numbers.has(id)) {
      numbers.set(id, number);
      aliases.push(alias);
    }
    return number;
  }

  function scan(text: string, from?: number, to?: number, probe?: StartProbe): ScanResult {
    const found = base.scan(text, from, to, probe);
    if (extra === null) return found;
    const more = extra.scan(text, from, to);
    if (more.candidates.length === 0 && more.openFrom < 0) return found;
    const translated = more.candidates.map((candidate) => ({
      ...candidate,
      aliases: candidate.aliases.map((alias) => indexes[alias] ?? 0),
    }));
    return {
      candidates: merged(found.candidates, translated),
      openFrom: earlier(found.openFrom, more.openFrom),
    };
  }

  return {
    get tables() {
      return tables;
    },
    scan,
    strengthOf: (alias) => STRENGTH_CODES[(tables.aliasRules[alias] ?? 0) >> 2] ?? 'counter-sign',
    learn,
  };
}

/** An index that no entity has. */
const NOBODY = 0xffffffff;

interface NumberedAlias {
  readonly text: string;
  readonly rules: number;
  /** Null for a lookalike. */
  readonly key: EntityKey | null;
}

function hasText({ aliases }: LearnedEntity, text: string): boolean {
  return aliases.some((alias) => alias.text === text);
}

function toNamed({ isPerson, ...entity }: LearnedEntity): NamedEntity {
  return { ...entity, kind: isPerson ? 'person' : 'organisation' };
}

/** What recognition asks of aliases and entities, with the learned ones behind the base's own. */
function extended(
  base: MatcherTables,
  entities: readonly LearnedEntity[],
  aliases: readonly NumberedAlias[],
): MatcherTables {
  const places = new Map(entities.map(({ key }, i) => [key, base.entityKeys.length + i]));
  const related = entities.map((entity) => entity.related.flatMap((key) => places.get(key) ?? []));
  let relatedEnd = base.related.length;
  const relatedEnds = related.map((others) => {
    relatedEnd += others.length;
    return relatedEnd;
  });
  return {
    ...base,
    aliasText: base.aliasText.concat(aliases.map(({ text }) => text)),
    aliasEntity: appended(
      base.aliasEntity,
      aliases.map(({ key }) => (key === null ? NOBODY : (places.get(key) ?? NOBODY))),
    ),
    aliasRules: appended(
      base.aliasRules,
      aliases.map(({ rules }) => rules),
    ),
    entityKeys: base.entityKeys.concat(entities.map(({ key }) => key)),
    entityLabels: base.entityLabels.concat(entities.map(({ label }) => label)),
    entityClass: appended(
      base.entityClass,
      entities.map(({ isPerson }) => (isPerson ? PERSON : 0)),
    ),
    relatedStart: appended(base.relatedStart, relatedEnds),
    related: appended(base.related, related.flat()),
  };
}

/** A page learns often, and the base may be long; spreading it would cost ten times as much. */
function appended<T extends Uint8Array | NumberTable>(base: T, more: readonly number[]): T {
  const all =
    base instanceof Uint8Array
      ? new Uint8Array(base.length + more.length)
      : new Uint32Array(base.length + more.length);
  all.set(base);
  all.set(more, base.length);
  return all as T;
}

/** Both are by start and at one start the longest first; so is the outcome, one for each span. */
function merged(a: readonly Candidate[], b: readonly Candidate[]): Candidate[] {
  const all: Candidate[] = [];
  let i = 0;
  let j = 0;
  for (;;) {
    const left = a[i];
    const right = b[j];
    if (!left || !right) return [...all, ...a.slice(i), ...b.slice(j)];
    const order = left.start - right.start || right.end - left.end;
    if (order === 0) all.push({ ...left, aliases: [...left.aliases, ...right.aliases] });
    else all.push(order < 0 ? left : right);
    if (order <= 0) i++;
    if (order >= 0) j++;
  }
}

function earlier(a: number, b: number): number {
  return a < 0 || b < 0 ? Math.max(a, b) : Math.min(a, b);
}
