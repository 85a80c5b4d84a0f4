import { t } from '../message';
import type { Pack } from './packs-api';

/** Told apart with any kind of sight, and from the grey of other marks; on light and dark ground. */
const COLOURS = ['#b0552f', '#3f7ec1', '#2f8f6b', '#a06bc0', '#b08a1e', '#c0507f'] as const;

export interface PackColourProps {
  readonly pack: Pack;
  readonly onChoose: (colour: string | null) => void;
}

export function PackColour({ pack: { id, title, colour }, onChoose }: PackColourProps) {
  const name = `colour-${id}`;
  // A colour from a backup may be none of ours.
  const own = colour !== null && !(COLOURS as readonly string[]).includes(colour) ? [colour] : [];
  return (
    <fieldset class="choice-group" aria-label={t('packs_colour_of', title)}>
      <legend>{t('packs_colour')}</legend>
      <div class="choice-list">
        <label class="choice">
          <input
            type="radio"
            name={name}
            checked={colour === null}
            onChange={() => onChoose(null)}
          />
          {t('packs_colour_none')}
        </label>
        {[...COLOURS, ...own].map((each) => (
          <label key={each} class="choice colour">
            <input
              type="radio"
              name={name}
              aria-label={each}
              checked={colour === each}
              onChange={() => onChoose(each)}
            />
            <span class="swatch" style={{ background: each }} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
