import { useState } from 'preact/hooks';
import { DWELL_RANGE, LEAVE_RANGE, type Settings } from '../../core/settings/settings';
import { locale, t } from '../message';
import { Choices } from './Choices';
import { Section } from './Section';

export interface CardsSectionProps {
  readonly settings: Settings;
  readonly change: (part: Partial<Settings>) => void;
}

/** When cards open and close. */
export function CardsSection({ settings, change }: CardsSectionProps) {
  const { dwellMs, leaveMs, hoverKey } = settings;
  const isUsual = dwellMs === DWELL_RANGE.standard && leaveMs === LEAVE_RANGE.standard;
  return (
    <Section id="cards" title={t('options_cards')}>
      <Delay
        label={t('options_dwell')}
        range={DWELL_RANGE}
        value={dwellMs}
        onChange={(value) => change({ dwellMs: value })}
      />
      <Delay
        label={t('options_leave')}
        range={LEAVE_RANGE}
        value={leaveMs}
        onChange={(value) => change({ leaveMs: value })}
      />
      <p class="help">
        {t('options_delays_help')}{' '}
        {!isUsual && (
          <button
            type="button"
            class="text-button"
            onClick={() => change({ dwellMs: DWELL_RANGE.standard, leaveMs: LEAVE_RANGE.standard })}
          >
            {t('options_delay_reset')}
          </button>
        )}
      </p>
      <Choices
        name="hover-key"
        legend={t('options_hover_key')}
        options={[
          { value: 'none', label: t('options_hover_key_none') },
          { value: 'alt', label: <kbd>{t('options_hover_key_alt')}</kbd> },
          { value: 'shift', label: <kbd>{t('options_hover_key_shift')}</kbd> },
          { value: 'ctrl', label: <kbd>{t('options_hover_key_ctrl')}</kbd> },
        ]}
        chosen={hoverKey}
        onChange={(key) => change({ hoverKey: key })}
        help={t('options_hover_key_help')}
      />
    </Section>
  );
}

/** Milliseconds; finer steps nobody notices. */
const STEP_MS = 50;

interface DelayProps {
  readonly label: string;
  readonly range: { readonly min: number; readonly max: number };
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** Follows the hand while it slides, and is stored when it lets go. */
function Delay({ label, range, value, onChange }: DelayProps) {
  const [sliding, setSliding] = useState<number | null>(null);
  const shown = sliding ?? value;
  const seconds = new Intl.NumberFormat(locale(), { minimumFractionDigits: 2 });
  const text = t('options_seconds', seconds.format(shown / 1000));
  return (
    <label class="delay">
      <span class="delay-label">{label}</span>
      <input
        type="range"
        min={range.min}
        max={range.max}
        step={STEP_MS}
        value={shown}
        aria-valuetext={text}
        onInput={(event) => setSliding(event.currentTarget.valueAsNumber)}
        onChange={(event) => {
          setSliding(null);
          onChange(event.currentTarget.valueAsNumber);
        }}
      />
      <output>{text}</output>
    </label>
  );
}
