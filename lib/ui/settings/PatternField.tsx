import { useId } from 'preact/hooks';
import { type ParsedPattern, parsePattern } from '../../core/sites/parse-pattern';
import { t } from '../message';
import { patternText, problemWords, reachWords } from './pattern-words';

export interface PatternFieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** Patterns that have an entry already. */
  readonly taken: Readonly<Record<string, unknown>>;
  readonly focused?: boolean;
}

/** Takes a site in the reader's own terms and says, while it is typed, what it covers. */
export function PatternField({ value, onInput, taken, focused = false }: PatternFieldProps) {
  const id = useId();
  const parsed = parsePattern(value);
  const isBad = value.trim() !== '' && freePattern(parsed, taken) === null;
  return (
    <div class="field">
      <label for={id}>{t('options_site_pattern')}</label>
      <input
        id={id}
        type="text"
        inputMode="url"
        dir="ltr"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        placeholder="example.com"
        value={value}
        aria-describedby={`${id}-covers`}
        aria-invalid={isBad}
        ref={(element) => {
          if (focused && element && !element.value) element.focus();
        }}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <p id={`${id}-covers`} class={isBad ? 'problem' : 'help'} aria-live="polite">
        {wordsFor(parsed, taken)}
      </p>
    </div>
  );
}

/** The pattern, where an entry can be made of it. */
export function freePattern(
  parsed: ParsedPattern,
  taken: Readonly<Record<string, unknown>>,
): string | null {
  return parsed.ok && !Object.hasOwn(taken, parsed.pattern) ? parsed.pattern : null;
}

function wordsFor(parsed: ParsedPattern, taken: Readonly<Record<string, unknown>>): string {
  if (!parsed.ok) return problemWords(parsed.problem);
  if (freePattern(parsed, taken) === null)
    return t('options_site_exists', patternText(parsed.pattern));
  return t('options_site_covers', reachWords(parsed.pattern));
}
