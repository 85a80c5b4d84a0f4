/**
 * Lets records out once everything that they name is known. A record that names another which the
 * file has not shown yet waits; at the end, what still waits for something that never came is
 * refused, and so is what names the refused.
 */
import type { Claim, Entity, Speaker } from '../facts/pack-schema';
import type { PackRecord, ReaderEvent, RecordEvent, RefusedEvent, Section } from './import-event';
import type { ImportLimits } from './import-limits';
import { fail, type Place, type ProblemCode, problemOf } from './import-problem';
import { below } from './place-below';
import { SeenIds } from './seen-ids';

interface Reference {
  readonly section: 'sources' | 'entities' | 'claims';
  readonly id: string;
  readonly keys: readonly (string | number)[];
}

interface Waiting {
  readonly event: RecordEvent;
  readonly references: readonly Reference[];
}

const UNKNOWN: Readonly<Record<Reference['section'], ProblemCode>> = {
  sources: 'unknown-source',
  entities: 'unknown-entity',
  claims: 'unknown-claim',
};

export class ReferenceResolver {
  readonly #seen = new SeenIds();
  readonly #out = new SeenIds();
  readonly #refused = new Set<string>();
  readonly #waiting = new Map<string, Waiting>();
  readonly #counts: Record<Section, number> = { sources: 0, entities: 0, claims: 0, relations: 0 };
  #relations = 0;

  constructor(private readonly limits: ImportLimits) {}

  /** A record that was refused for itself, so that what names it can say so. */
  refuse(section: Section, id: string): void {
    // So many are worth a better reason; beyond that they count as never there.
    if (this.#refused.size < this.limits.waiting) this.#refused.add(keyOf(section, id));
  }

  *offer(checked: PackRecord, place: Place): Generator<ReaderEvent, void> {
    const { section } = checked;
    this.#count(section, place);
    const event: RecordEvent = { type: 'record', place, ...checked };
    const key =
      checked.section === 'relations'
        ? `relations/${this.#relations++}`
        : keyOf(section, checked.record.id);
    const earlier = this.#seen.lineOf(key);
    if (earlier !== undefined && checked.section !== 'relations') {
      const values = { id: checked.record.id, line: earlier };
      yield refusal(problemOf('duplicate-id', below(place, 'id'), values), false);
      return;
    }
    this.#seen.add(key, place.line);
    const references = referencesOf(checked);
    if (references.every(({ section: of, id }) => this.#out.has(keyOf(of, id)))) {
      this.#out.add(key);
      yield event;
      return;
    }
    if (this.#waiting.size >= this.limits.waiting) {
      fail('too-many-waiting', place, { max: this.limits.waiting });
    }
    this.#waiting.set(key, { event, references });
  }

  *end(): Generator<ReaderEvent, void> {
    yield* this.#dropCycles();
    yield* this.#dropOneSided();
    const namedBy = this.#namedBy();
    const queue = [...this.#waiting.keys()];
    for (const key of queue) {
      const waiting = this.#waiting.get(key);
      const missing = waiting?.references.find((reference) => !this.#isKnown(reference));
      if (!waiting || !missing) continue;
      yield this.#drop(key, waiting.event, missing);
      queue.push(...(namedBy.get(key) ?? []));
    }
    for (const { event } of this.#waiting.values()) yield event;
  }

  #namedBy(): Map<string, string[]> {
    const namedBy = new Map<string, string[]>();
    for (const [key, { references }] of this.#waiting) {
      for (const { section, id } of references) {
        const named = keyOf(section, id);
        if (!this.#waiting.has(named)) continue;
        const names = namedBy.get(named);
        if (names) names.push(key);
        else namedBy.set(named, [key]);
      }
    }
    return namedBy;
  }

  #count(section: Section, place: Place): void {
    this.#counts[section]++;
    const max = this.limits[section];
    if (this.#counts[section] > max) fail('too-many-records', place, { section, max });
  }

  #isKnown({ section, id }: Reference): boolean {
    const key = keyOf(section, id);
    return this.#out.has(key) || this.#waiting.has(key);
  }

  #drop(key: string, { place }: RecordEvent, missing: Reference): RefusedEvent {
    this.#waiting.delete(key);
    const isConsequence = this.#refused.has(keyOf(missing.section, missing.id));
    this.#refused.add(key);
    const code = isConsequence ? 'refers-to-refused' : UNKNOWN[missing.section];
    return refusal(
      problemOf(code, below(place, ...missing.keys), { id: missing.id }),
      isConsequence,
    );
  }

  /** Answers that answer each other in a ring: one claim of it is refused, which opens the ring. */
  *#dropCycles(): Generator<RefusedEvent, void> {
    const done = new Set<string>();
    for (const start of [...this.#waiting.keys()]) {
      const path = new Set<string>();
      let next: string | undefined = start;
      while (next !== undefined && !done.has(next) && !path.has(next)) {
        path.add(next);
        next = this.#answeredBy(next);
      }
      for (const key of path) done.add(key);
      const event = next !== undefined && path.has(next) ? this.#waiting.get(next)?.event : null;
      if (next === undefined || event?.section !== 'claims') continue;
      this.#waiting.delete(next);
      this.#refused.add(next);
      const id = event.record.respondsTo ?? '';
      yield refusal(problemOf('reference-cycle', below(event.place, 'respondsTo'), { id }));
    }
  }

  #answeredBy(key: string): string | undefined {
    const event = this.#waiting.get(key)?.event;
    if (event?.section !== 'claims' || event.record.respondsTo === undefined) return undefined;
    return keyOf('claims', event.record.respondsTo);
  }

  *#dropOneSided(): Generator<RefusedEvent, void> {
    for (const [key, { event }] of [...this.#waiting]) {
      if (event.section !== 'claims') continue;
      const { id, conflictsWith } = event.record;
      const index = conflictsWith.findIndex((other) => !this.#namesInReturn(other, id));
      if (index < 0) continue;
      this.#waiting.delete(key);
      this.#refused.add(key);
      const values = { id: conflictsWith[index] ?? '' };
      const place = below(event.place, 'conflictsWith', index);
      yield refusal(problemOf('one-sided-conflict', place, values), false);
    }
  }

  /** Whether the other, where it is known at all, names this one. Claims with conflicts all wait. */
  #namesInReturn(other: string, id: string): boolean {
    const key = keyOf('claims', other);
    const event = this.#waiting.get(key)?.event;
    if (event?.section === 'claims') return event.record.conflictsWith.includes(id);
    return !this.#out.has(key);
  }
}

export function refusal(problem: RefusedEvent['problem'], isConsequence = false): RefusedEvent {
  return { type: 'refused', problem, isConsequence };
}

function keyOf(section: Section, id: string): string {
  return `${section}/${id}`;
}

function referencesOf(checked: PackRecord): Reference[] {
  switch (checked.section) {
    case 'sources':
      return [];
    case 'entities':
      return ofEntity(checked.record);
    case 'claims':
      return ofClaim(checked.record);
    case 'relations': {
      const { from, to, claim } = checked.record;
      return [
        { section: 'entities', id: from, keys: ['from'] },
        { section: 'entities', id: to, keys: ['to'] },
        { section: 'claims', id: claim, keys: ['claim'] },
      ];
    }
  }
}

function ofEntity({ summary }: Entity): Reference[] {
  return summary.flatMap((sentence, index) =>
    'claims' in sentence
      ? sentence.claims.map((id, at): Reference => {
          return { section: 'claims', id, keys: ['summary', index, 'claims', at] };
        })
      : [],
  );
}

function ofClaim(claim: Claim): Reference[] {
  const { entities, speaker, respondsTo, conflictsWith, evidence } = claim;
  return [
    ...entities.map((id, at): Reference => ({ section: 'entities', id, keys: ['entities', at] })),
    ...ofSpeaker(speaker, ['speaker']),
    ...(respondsTo === undefined
      ? []
      : [{ section: 'claims', id: respondsTo, keys: ['respondsTo'] } as const]),
    ...conflictsWith.map((id, at): Reference => {
      return { section: 'claims', id, keys: ['conflictsWith', at] };
    }),
    ...evidence.flatMap(({ source, speaker: by }, at): Reference[] => [
      { section: 'sources', id: source, keys: ['evidence', at, 'source'] },
      ...(by ? ofSpeaker(by, ['evidence', at, 'speaker']) : []),
    ]),
  ];
}

function ofSpeaker(speaker: Speaker, keys: (string | number)[]): Reference[] {
  if (speaker.type === 'source') return [];
  const own = speaker.type === 'entity' ? [{ id: speaker.entity, key: 'entity' }] : [];
  const via = speaker.via === undefined ? [] : [{ id: speaker.via, key: 'via' }];
  return [...own, ...via].map(({ id, key }) => {
    return { section: 'entities', id, keys: [...keys, key] } as const;
  });
}
