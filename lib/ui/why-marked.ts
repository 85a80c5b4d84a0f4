import type { Why } from '../core/recognition/mention';
import { type MessageKey, t } from './message';

const REASONS = {
  'after-full-name': 'why_after_full_name',
  'near-related': 'why_near_related',
  'beside-role': 'why_beside_role',
  'in-company': 'why_in_company',
  'full-name-later': 'why_full_name_later',
  'page-context': 'why_page_context',
} as const satisfies Record<Exclude<Why['rule'], 'strong'>, MessageKey>;

/** By which rule some words were marked, with the words that speak for them. */
export function whyMarked(why: Why): string {
  return why.rule === 'strong' ? t('why_strong') : t(REASONS[why.rule], why.support.text);
}
