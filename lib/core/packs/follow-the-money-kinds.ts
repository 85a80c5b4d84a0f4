/** Which of our kinds a FollowTheMoney schema is (https://followthemoney.tech/explorer/). */
import type { EntityKind } from '../facts/pack-schema';

const KINDS: Readonly<Record<string, EntityKind>> = {
  Person: 'person',
  LegalEntity: 'organisation',
  Organization: 'organisation',
  Company: 'organisation',
  Asset: 'product',
  PublicBody: 'public-body',
  Vessel: 'product',
  Airplane: 'product',
  Vehicle: 'product',
  Security: 'product',
  RealEstate: 'place',
  Position: 'concept',
  Event: 'event',
  Project: 'event',
};

/** Undefined for schemas that are no thing with a name: addresses, links, documents. */
export function kindOfSchema(schema: string): EntityKind | undefined {
  return Object.hasOwn(KINDS, schema) ? KINDS[schema] : undefined;
}
