import { createTurns } from './in-turn';

/**
 * Edits of the reader's, of their own facts and of imported packs: what is decided by what is
 * stored has to be written before anybody else decides.
 */
export const inEditTurn = createTurns();
