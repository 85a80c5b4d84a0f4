/**
 * Words that speak against an entity: near "forty thieves" an Alibaba is nobody's company, near
 * "insect" an Ant is none either, however strong the alias.
 */
import type { Matcher } from '../matcher/matcher';
import type { Span } from './mention';
import { gapBetween, PASSAGE_CHARS } from './passage';
import type { ScannedFlow } from './scanned-flow';

export interface CounterSigns {
  /** Whether one stands in the same passage. */
  speakAgainst(entity: number, flow: number, place: Span): boolean;
}

export function findCounterSigns(matcher: Matcher, flows: readonly ScannedFlow[]): CounterSigns {
  const signs = new Map<number, (Span & { readonly entity: number })[]>();
  flows.forEach(({ candidates }, flow) => {
    for (const { start, end, aliases } of candidates) {
      for (const alias of aliases) {
        if (matcher.strengthOf(alias) !== 'counter-sign') continue;
        const entity = matcher.tables.aliasEntity[alias] ?? -1;
        signs.set(flow, [...(signs.get(flow) ?? []), { entity, start, end }]);
      }
    }
  });
  return {
    speakAgainst: (entity, flow, place) =>
      signs
        .get(flow)
        ?.some((sign) => sign.entity === entity && gapBetween(sign, place) <= PASSAGE_CHARS) ??
      false,
  };
}
