/** The words by which the reader's language and the pack format call what a search can be narrowed to. */

import type { ClaimKind, EntityKind } from '../../core/facts/pack-schema';
import { CLAIM_KINDS, ENTITY_KINDS } from '../../core/facts/pack-schema';
import type { FilterWords } from '../../core/search/parse-query';
import { sourceName } from '../claim-view';
import { claimKindName, entityKindName } from '../kind-names';
import { locale, type PlainKey, t } from '../message';
import type { KnownSource } from './popup-api';

const ENTITY_WORDS = {
  person: 'search_words_person',
  organisation: 'search_words_organisation',
  'public-body': 'search_words_public_body',
  product: 'search_words_product',
  law: 'search_words_law',
  event: 'search_words_event',
  concept: 'search_words_concept',
  place: 'search_words_place',
  outlet: 'search_words_outlet',
} as const satisfies Record<EntityKind, PlainKey>;

const CLAIM_WORDS = {
  event: 'search_words_event',
  figure: 'search_words_figure',
  statement: 'search_words_statement',
  allegation: 'search_words_allegation',
  denial: 'search_words_denial',
  opinion: 'search_words_opinion',
  forecast: 'search_words_forecast',
} as const satisfies Record<ClaimKind, PlainKey>;

export function filterWords(sources: readonly KnownSource[]): FilterWords {
  return {
    prefixes: {
      kind: ['kind', ...listed(t('search_prefix_kind'))],
      source: ['source', ...listed(t('search_prefix_source'))],
      date: ['date', ...listed(t('search_prefix_date'))],
    },
    kinds: [
      ...ENTITY_KINDS.map((entityKind) => {
        const label = entityKindName(entityKind);
        return {
          entityKind,
          label,
          words: [entityKind, label, ...listed(t(ENTITY_WORDS[entityKind]))],
        };
      }),
      ...CLAIM_KINDS.map((claimKind) => {
        const label = claimKindName(claimKind);
        return {
          claimKind,
          label,
          words: [claimKind, label, ...listed(t(CLAIM_WORDS[claimKind]))],
        };
      }),
    ],
    months: monthNames(),
    sources: sources.map(({ key, source }) => ({
      key,
      label: sourceName(source),
      names: [source.title, source.publisher ?? '', source.id.replaceAll('-', ' ')].filter(Boolean),
    })),
  };
}

function listed(words: string): string[] {
  return words
    .split(/[,，、]/)
    .map((word) => word.trim())
    .filter(Boolean);
}

/** "November", "Nov" and what the reader's language calls it. */
function monthNames(): string[][] {
  const formats = ['en', locale()].flatMap((tag) =>
    (['long', 'short'] as const).map(
      (month) => new Intl.DateTimeFormat(tag, { month, timeZone: 'UTC' }),
    ),
  );
  return Array.from({ length: 12 }, (_, index) => {
    const day = Date.UTC(2021, index, 1);
    return [...new Set(formats.map((format) => format.format(day).replace(/\.$/, '')))];
  });
}
