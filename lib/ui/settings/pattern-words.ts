/** Words for the patterns of sites. */
import { type PatternProblem, reachOf } from '../../core/sites/parse-pattern';
import { siteName } from '../../core/sites/site-switch';
import { t } from '../message';

/** What an entry of the list of sites covers. */
export function reachWords(pattern: string): string {
  const { host, below, pages, address } = reachOf(pattern);
  if (pages === 'all') {
    return below ? t('options_site_reach_below', host) : t('options_site_reach_all', host);
  }
  if (below) return t('options_site_reach_below_beginning', host, address);
  return pages === 'one'
    ? t('options_site_reach_page', address)
    : t('options_site_reach_beginning', address);
}

/** A pattern as its reader would write it. */
export function patternText(pattern: string): string {
  return reachOf(pattern).pages === 'all' ? siteName(pattern) : pattern;
}

/** Why what was typed is no pattern; empty where nothing was. */
export function problemWords(problem: PatternProblem): string {
  switch (problem) {
    case 'empty':
      return '';
    case 'everything':
      return t('options_pattern_everything');
    case 'not-web':
      return t('options_pattern_not_web');
    case 'star':
      return t('options_pattern_star');
    case 'unreadable':
      return t('options_pattern_unreadable');
    case 'too-long':
      return t('options_pattern_too_long');
  }
}
