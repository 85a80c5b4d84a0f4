/**
 * Ids of FollowTheMoney entities in our form. Theirs have capitals and dots, and differ by case
 * alone, so a hash keeps them apart.
 */
import { stableId } from './stable-id';

export function ftmEntityId(id: string): string {
  return stableId(id, 'ftm');
}
