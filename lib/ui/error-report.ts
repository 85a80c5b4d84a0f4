import type { EntityCard } from '../core/facts/card';
import type { Claim } from '../core/facts/pack-schema';
import { t } from './message';

/**
 * What maintainers need to find a claim that a reader holds to be wrong. It says nothing of the
 * page on which the reader met it, and is only ever put on the clipboard.
 */
export function errorReport(card: EntityCard, claim: Claim): string {
  const { entity, key, pack } = card;
  const excerpts = claim.evidence.map(
    ({ source, start, end, exact }) => `${source} ${start}–${end}: “${exact}”`,
  );
  return [
    t('report_title'),
    `${t('report_entity')} ${entity.label} (${key})`,
    `${t('report_claim')} ${claim.id}: ${claim.text}`,
    ...excerpts.map((excerpt) => `${t('report_excerpt')} ${excerpt}`),
    `${t('report_pack')} ${pack.id} ${pack.version}`,
    '',
    t('report_wrong'),
    '',
  ].join('\n');
}
