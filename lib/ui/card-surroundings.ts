import { createContext } from 'preact';
import type { CardSurroundings } from '../core/facts/card-surroundings';

/** Given around the cards, so that not every component between has to pass it on. */
export const Surroundings = createContext<CardSurroundings>({});
