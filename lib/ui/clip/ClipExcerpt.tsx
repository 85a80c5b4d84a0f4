import { useRef, useState } from 'preact/hooks';
import type { ClipForm } from '../../core/clipping/clip-form';
import { MAX_EXCERPT_CHARS } from '../../core/facts/pack-schema';
import { narrowExcerpt } from '../../core/selectors/narrow-excerpt';
import { t } from '../message';
import { Field } from './Field';

export interface ClipExcerptProps {
  readonly excerpt: ClipForm['excerpt'];
  readonly language: string;
  readonly onChange: (excerpt: ClipForm['excerpt']) => void;
  readonly problem: string;
}

/** The words as the page has them. They cannot be rewritten; a part of them can be kept. */
export function ClipExcerpt({ excerpt, language, onChange, problem }: ClipExcerptProps) {
  const isTooLong = excerpt.exact.length > MAX_EXCERPT_CHARS;
  const lang = language === '' ? undefined : language;
  return (
    <section class="clip-excerpt" aria-label={t('clip_excerpt')}>
      {isTooLong ? (
        <Shorten excerpt={excerpt} lang={lang} onChange={onChange} />
      ) : (
        <blockquote lang={lang} dir="auto">
          <p>
            <span class="clip-around">{excerpt.prefix}</span>
            <mark>{excerpt.exact}</mark>
            <span class="clip-around">{excerpt.suffix}</span>
          </p>
        </blockquote>
      )}
      {problem !== '' && !isTooLong && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}

interface ShortenProps {
  readonly excerpt: ClipForm['excerpt'];
  readonly lang: string | undefined;
  readonly onChange: (excerpt: ClipForm['excerpt']) => void;
}

/** A field that takes no other words, since the keyboard can select in it. */
function Shorten({ excerpt, lang, onChange }: ShortenProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [selected, setSelected] = useState({ from: 0, to: 0 });
  const length = selected.to - selected.from;
  const narrowed =
    length > 0 && length <= MAX_EXCERPT_CHARS
      ? narrowExcerpt(excerpt, selected.from, selected.to)
      : null;
  function look(): void {
    const { selectionStart = 0, selectionEnd = 0 } = field.current ?? {};
    setSelected({ from: selectionStart, to: selectionEnd });
  }
  return (
    <>
      <Field
        label={t('clip_shorten')}
        help={t('clip_shorten_count', length, MAX_EXCERPT_CHARS)}
        problem={t('clip_too_long', excerpt.exact.length, MAX_EXCERPT_CHARS)}
      >
        {(ids) => (
          <textarea
            {...ids}
            ref={field}
            readOnly
            rows={8}
            dir="auto"
            lang={lang}
            value={excerpt.exact}
            onSelect={look}
            onKeyUp={look}
            onPointerUp={look}
          />
        )}
      </Field>
      <button
        type="button"
        class="button"
        disabled={!narrowed}
        onClick={() => narrowed && onChange(narrowed)}
      >
        {t('clip_keep_part')}
      </button>
    </>
  );
}
