import type { EntityCard } from '../core/facts/card';
import { supportOf } from '../core/facts/support';
import { claimCount } from './claim-view';
import { plural, t } from './message';

/** How well the claims are supported, at a glance. */
export function SupportLine({ card }: { card: EntityCard }) {
  const { claims, sources, ofSources, corroborated, disputed, unquoted } = supportOf(card);
  const isEdited = card.edited?.entity === true;
  if (claims === 0 && !isEdited) return null;
  const parts = [
    isEdited && t('changed_by_you'),
    claims > 0 && claimCount(claims),
    ofSources > 1 && t('corroboration_several', sources, ofSources),
    corroborated > 0 && plural('support_corroborated', corroborated),
    disputed > 0 && plural('support_disputed', disputed),
    unquoted > 0 && plural('support_unquoted', unquoted),
  ].filter((part) => part !== false);
  return (
    <ul class="support" aria-label={t('support')}>
      {parts.map((part) => (
        <li key={part}>{part}</li>
      ))}
    </ul>
  );
}
