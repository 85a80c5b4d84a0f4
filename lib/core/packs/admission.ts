/** The one gate to a pack: every record of every format is checked here, word by word, then its references. */
import { isObject } from '../is-object';
import { checkRecord } from './check-record';
import type { ReaderEvent, Section } from './import-event';
import type { ImportLimits } from './import-limits';
import type { Place } from './import-problem';
import { ReferenceResolver, refusal } from './resolve-references';

export class Admission {
  readonly #references: ReferenceResolver;

  constructor(limits: ImportLimits) {
    this.#references = new ReferenceResolver(limits);
  }

  *offer(section: Section, value: unknown, place: Place): Generator<ReaderEvent, void> {
    const checked = checkRecord(section, value, place);
    if (checked.ok) {
      yield* this.#references.offer(checked.record, place);
      return;
    }
    if (isObject(value) && typeof value['id'] === 'string') {
      this.#references.refuse(section, value['id']);
    }
    yield refusal(checked.problem);
  }

  end(): Generator<ReaderEvent, void> {
    return this.#references.end();
  }
}
