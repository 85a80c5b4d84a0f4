import type { Matcher } from '../matcher/matcher';
import type { Span } from './mention';
import type { IsMuted } from './mutes';
import type { ScannedFlow } from './scanned-flow';

/**
 * The flow as if muted words did not name the entity that they are muted for; other readings of
 * them stay. Shorter names of the same entity inside such words go too: a reader who said "not
 * this one" of "Alibaba Group" does not want "Alibaba" marked in its place.
 */
export function withoutMuted(matcher: Matcher, flow: ScannedFlow, isMuted: IsMuted): ScannedFlow {
  const { aliasEntity, entityKeys } = matcher.tables;
  const muted: (Span & { readonly entity: number })[] = [];
  const candidates = flow.candidates.flatMap((candidate) => {
    const { start, end } = candidate;
    const words = flow.text.slice(start, end);
    const aliases = candidate.aliases.filter((alias) => {
      const entity = aliasEntity[alias] ?? -1;
      if (isMuted(entityKeys[entity] ?? '', words)) muted.push({ start, end, entity });
      // The longer come before what lies inside them.
      return !muted.some((one) => one.entity === entity && one.start <= start && end <= one.end);
    });
    return aliases.length === 0 ? [] : [{ ...candidate, aliases }];
  });
  return muted.length === 0 ? flow : { ...flow, candidates };
}
