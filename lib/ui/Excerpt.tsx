import { useContext, useState } from 'preact/hooks';
import { quotationLink } from '../core/citation/quotation-link';
import type { EntityCard } from '../core/facts/card';
import { type ContextPiece, contextOf } from '../core/facts/excerpt-context';
import { toKey } from '../core/facts/keys';
import type { Evidence, Source } from '../core/facts/pack-schema';
import { checkedAgainst } from '../core/facts/verification';
import { Surroundings } from './card-surroundings';
import { checkedRemark, evidenceSpeaker, sourceOf, wordsRemark } from './claim-view';
import { formatDate } from './format-date';
import { t } from './message';

export interface ExcerptProps {
  readonly card: EntityCard;
  readonly evidence: Evidence;
}

/** The verbatim words, and under them where they stand and how sure that is. */
export function Excerpt({ card, evidence }: ExcerptProps) {
  const source = sourceOf(card, evidence.source);
  const speaker = evidenceSpeaker(card, evidence);
  return (
    <figure class="excerpt">
      <blockquote lang={source?.language} dir="auto">
        <p>
          <span class={quoteClass('opening', /^["'“”‘’„«»「『《]/u.test(evidence.exact))}>“</span>
          {evidence.exact}
          <span class={quoteClass('closing', /["'“”‘’„«»」』》]$/u.test(evidence.exact))}>”</span>
        </p>
      </blockquote>
      <figcaption>
        {speaker && <span class="attribution">{t('card_attributed_to', speaker)}</span>}
        <span class="where">
          <cite lang={source?.language} dir="auto" title={source?.title}>
            {source?.title ?? t('card_unknown_source')}
          </cite>
          {source?.published && (
            <span class="source-date">{formatDate(source.published.date)}</span>
          )}
        </span>
        <Provenance card={card} evidence={evidence} source={source} />
      </figcaption>
    </figure>
  );
}

/** Two quotation marks in a row are told apart by a little room. */
function quoteClass(side: 'opening' | 'closing', isBesideQuote: boolean): string {
  return isBesideQuote ? `${side} beside-quote` : side;
}

/** How far the words can be relied on; unfolded, what stands around them in the source. */
function Provenance({ card, evidence, source }: ExcerptProps & { source: Source | undefined }) {
  const { context, load } = useContextOf(card, evidence);
  const isChecked = checkedAgainst(card.pack.origin, source) !== 'nothing';
  const link = quotationLink(source?.url, evidence);
  return (
    <details class="provenance" onToggle={(event) => event.currentTarget.open && load()}>
      <summary>
        {isChecked && (
          <span class="tick" aria-hidden="true">
            ✓
          </span>
        )}
        {wordsRemark(card, source)}
      </summary>
      <p>{checkedRemark(card, source)}</p>
      {link !== null && (
        <p>
          <a class="link" href={link} target="_blank" rel="noopener noreferrer">
            {t('excerpt_open_source')}
          </a>
        </p>
      )}
      <Context pieces={context} language={source?.language} />
    </details>
  );
}

/** The card's own excerpts do until the fact base has answered, and where it does not. */
function useContextOf(card: EntityCard, evidence: Evidence) {
  const { loadContext } = useContext(Surroundings);
  const [context, setContext] = useState<readonly ContextPiece[]>([]);
  const load = () => {
    if (context.length > 0) return;
    setContext(contextInCard(card, evidence));
    loadContext?.(toKey(card.pack.id, evidence.source), evidence).then(
      (pieces) => pieces.length > 0 && setContext(pieces),
      () => {},
    );
  };
  return { context, load };
}

function contextInCard(card: EntityCard, { source, start, end }: Evidence): ContextPiece[] {
  const all = [...card.claims, ...card.linkedClaims].flatMap((claim) => claim.evidence);
  return contextOf(
    all.filter((each) => each.source === source),
    { start, end },
  );
}

interface ContextProps {
  readonly pieces: readonly ContextPiece[];
  readonly language: string | undefined;
}

function Context({ pieces, language }: ContextProps) {
  if (!pieces.some(({ type }) => type === 'text')) {
    return <p>{t('excerpt_no_context')}</p>;
  }
  return (
    <>
      <p>{t('excerpt_context')}</p>
      <blockquote class="context" lang={language} dir="auto">
        <p>
          {pieces.map((piece, index) => (
            <ContextPart key={index} piece={piece} />
          ))}
        </p>
      </blockquote>
    </>
  );
}

function ContextPart({ piece }: { piece: ContextPiece }) {
  if (piece.type === 'gap') return <span class="gap"> […] </span>;
  return piece.type === 'excerpt' ? <mark>{piece.text}</mark> : <span>{piece.text}</span>;
}
