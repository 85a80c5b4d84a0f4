import type { ClipSource } from '../../core/clipping/clip-form';
import { t } from '../message';
import { TextField } from './Field';
import type { ProblemOf } from './form-problems';

export interface SourceFieldsProps {
  readonly source: ClipSource;
  readonly onChange: (source: ClipSource) => void;
  readonly problemOf: ProblemOf;
}

/** What the page says of itself, to be corrected. */
export function SourceFields({ source, onChange, problemOf }: SourceFieldsProps) {
  const field = (name: keyof ClipSource, label: string, help = '') => (
    <TextField
      label={label}
      help={help}
      value={source[name]}
      problem={problemOf(`source.${name}`)}
      onValue={(value) => onChange({ ...source, [name]: value })}
    />
  );
  return (
    <fieldset class="choice-group clip-source">
      <legend>{t('clip_source')}</legend>
      {field('title', t('clip_title'))}
      {field('url', t('clip_address'))}
      <div class="clip-columns">
        {field('publisher', t('clip_site'))}
        {field('author', t('clip_author'))}
        {field('published', t('clip_published'), t('clip_date_help'))}
        {field('language', t('clip_language'), t('clip_language_help'))}
      </div>
    </fieldset>
  );
}
