import { useId } from 'preact/hooks';
import { PACK_COLOURS, type PackColour } from '../../core/settings/pack-colour';
import { type PlainKey, t } from '../message';
import { PackDot } from '../PackName';
import type { Pack } from './packs-api';

const NAMES = {
  red: 'packs_colour_red',
  orange: 'packs_colour_orange',
  yellow: 'packs_colour_yellow',
  green: 'packs_colour_green',
  teal: 'packs_colour_teal',
  blue: 'packs_colour_blue',
  purple: 'packs_colour_purple',
  grey: 'packs_colour_grey',
} as const satisfies Record<PackColour, PlainKey>;

export interface PackColourChoiceProps {
  readonly pack: Pack;
  readonly onChoose: (colour: PackColour | null) => void;
}

/** One colour or none. Their names are written out, since not everybody can tell the dots apart. */
export function PackColourChoice({ pack: { title, colour }, onChoose }: PackColourChoiceProps) {
  const group = useId();
  return (
    <fieldset class="colours">
      <legend>
        {t('packs_colour')}
        <span class="spoken"> {title}</span>
      </legend>
      <div class="choice-list">
        {[null, ...PACK_COLOURS].map((each) => (
          <label key={each} class="choice" data-colour={each ?? 'none'}>
            <input
              type="radio"
              name={group}
              checked={each === colour}
              onChange={() => onChoose(each)}
            />
            <span>
              <PackDot colour={each} />
              {t(each === null ? 'packs_colour_none' : NAMES[each])}
            </span>
          </label>
        ))}
      </div>
      <p class="help">{t('packs_colour_help')}</p>
    </fieldset>
  );
}
