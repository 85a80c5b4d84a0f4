import type { ProblemCode } from '../../core/packs/import-problem';
import { plural, t } from '../message';
import type { StagedImport } from './packs-api';
import { placeWords, problemWords } from './problem-words';
import { useItems } from './use-items';

/** Refused entries by the reason, the commonest first. */
export function RefusedList({ staged }: { readonly staged: StagedImport }) {
  const reasons = [...staged.refusals].sort((a, b) => b.count - a.count);
  return (
    <>
      {reasons.map(({ code, count }) => (
        <Reason key={code} staged={staged} code={code} count={count} />
      ))}
    </>
  );
}

interface ReasonProps {
  readonly staged: StagedImport;
  readonly code: ProblemCode;
  readonly count: number;
}

function Reason({ staged, code, count }: ReasonProps) {
  const { items, hasMore, isLoading, more } = useItems((offset) => staged.refused(code, offset));
  const unlisted = count - items.length;
  return (
    <section class="reason" data-code={code} aria-busy={isLoading}>
      {count > 1 && <p class="help">{plural('packs_reason_count', count)}</p>}
      <ul class="review-items">
        {items.map(({ problem }, index) => (
          <li key={String(index)} class="item-line">
            <span class="item-place">{problem && placeWords(problem.place)}</span>
            <span>{problem && problemWords(problem)}</span>
          </li>
        ))}
      </ul>
      {hasMore && (
        <button type="button" class="text-button" disabled={isLoading} onClick={more}>
          {t('packs_items_more')}
        </button>
      )}
      {!isLoading && !hasMore && unlisted > 0 && (
        <p class="help">{plural('packs_items_rest', unlisted)}</p>
      )}
    </section>
  );
}
