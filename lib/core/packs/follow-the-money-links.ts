/** Which properties of a FollowTheMoney link name its two ends, and which of our relations it is. */
import type { Relation } from '../facts/pack-schema';

export interface FtmLink {
  readonly from: string;
  /** None where it is about one entity only. */
  readonly to?: string;
  readonly kind?: Relation['kind'];
}

const LINKS: Readonly<Record<string, FtmLink>> = {
  Sanction: { from: 'entity' },
  Ownership: { from: 'owner', to: 'asset', kind: 'owns-share-in' },
  Directorship: { from: 'director', to: 'organization', kind: 'leads' },
  Membership: { from: 'member', to: 'organization', kind: 'member-of' },
  Employment: { from: 'employee', to: 'employer', kind: 'works-for' },
  Succession: { from: 'successor', to: 'predecessor', kind: 'succeeded' },
  Family: { from: 'person', to: 'relative', kind: 'related-to' },
  Associate: { from: 'person', to: 'associate', kind: 'related-to' },
  Representation: { from: 'agent', to: 'client', kind: 'related-to' },
  UnknownLink: { from: 'subject', to: 'object', kind: 'related-to' },
};

export function linkOf(schema: string): FtmLink | undefined {
  return Object.hasOwn(LINKS, schema) ? LINKS[schema] : undefined;
}
