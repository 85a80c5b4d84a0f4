/** Drafts and stored claims as forms. */
import type { Claim, EntityKind, Source } from '../facts/pack-schema';
import type { ClipDraft } from './clip-draft';
import type { ChosenEntity, ClipForm, ClipSource } from './clip-form';
import { claimPartOf } from './record-forms';

export function formOfDraft({ excerpt, source, claim }: ClipDraft): ClipForm {
  return {
    excerpt,
    source: formOfSource(source),
    entities: [],
    kind: claim.kind,
    text: claim.text,
    date: claim.date?.date ?? '',
    speaker: { type: 'source' },
  };
}

export interface NamedKey {
  readonly key: string;
  readonly label: string;
  readonly kind: EntityKind;
}

/** Null where the claim quotes nothing, so that it was not clipped. */
export function formOfClaim(
  claim: Claim,
  source: Source,
  named: (id: string) => NamedKey | null,
): ClipForm | null {
  const [evidence] = claim.evidence;
  if (!evidence) return null;
  const { exact, prefix, suffix, start, end } = evidence;
  const chosen = (id: string): ChosenEntity | null => {
    const found = named(id);
    return found && { type: 'known', ...found };
  };
  return {
    excerpt: { exact, prefix, suffix, start, end },
    source: formOfSource(source),
    ...claimPartOf(claim, chosen),
  };
}

function formOfSource(
  source: Pick<Source, 'url' | 'title' | 'publisher' | 'author' | 'published' | 'language'> & {
    readonly retrieved?: string | undefined;
  },
): ClipSource {
  return {
    url: source.url ?? '',
    title: source.title,
    publisher: source.publisher ?? '',
    author: source.author ?? '',
    published: source.published?.date ?? '',
    language: source.language,
    retrieved: source.retrieved ?? '',
  };
}
