import type { GalleryState } from '../gallery-state';
import { cardStates } from './card';
import { clipStates } from './clip';
import { libraryStates } from './library';
import { packStates } from './packs';
import { pageStates } from './pages';
import { panelStates } from './panel';

/** In the order in which they are looked at. */
export const allStates: readonly GalleryState[] = [
  ...cardStates,
  ...panelStates,
  ...libraryStates,
  ...pageStates,
  ...clipStates,
  ...packStates,
];
