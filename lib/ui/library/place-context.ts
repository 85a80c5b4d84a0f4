import { createContext } from 'preact';
import type { Place } from './use-route';

export const PlaceContext = createContext<Place>({
  route: { view: 'unknown' },
  arrive: () => {},
  refine: () => {},
});
