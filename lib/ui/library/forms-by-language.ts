import type { Alias } from '../../core/facts/pack-schema';

export interface Forms {
  readonly lang: string;
  readonly forms: readonly Alias[];
}

/** In the pack's order; strong forms before weak ones, garbled ones last. */
export function formsByLanguage(aliases: readonly Alias[]): Forms[] {
  const groups = new Map<string, Alias[]>();
  for (const alias of aliases) groups.set(alias.lang, [...(groups.get(alias.lang) ?? []), alias]);
  return [...groups].map(([lang, forms]) => ({
    lang,
    forms: [...forms].sort((a, b) => ORDER.indexOf(a.strength) - ORDER.indexOf(b.strength)),
  }));
}

const ORDER = ['strong', 'weak', 'garbled'] as const;
