import { useId } from 'preact/hooks';
import type { EntityCard } from '../../core/facts/card';
import type { CardGroup } from '../../core/facts/card-group';
import type { Alias } from '../../core/facts/pack-schema';
import { locale, type PlainKey, t } from '../message';
import { Origin } from '../OriginNote';
import { formsByLanguage } from './forms-by-language';

const STRENGTHS = {
  weak: 'library_alias_weak',
  garbled: 'library_alias_garbled',
} as const satisfies Record<Exclude<Alias['strength'], 'strong'>, PlainKey>;

/** Every form that a pack knows an entity by, by language, and how much each of them says. */
export function AliasList({ card, group }: { card: EntityCard; group: CardGroup }) {
  const { aliases } = card.entity;
  const heading = useId();
  return (
    <section class="aliases" aria-labelledby={heading}>
      <h2 id={heading}>
        {t('library_aliases')} <Origin card={card} group={group} />
      </h2>
      <dl>
        {formsByLanguage(aliases).map(({ lang, forms }) => (
          <div key={lang}>
            <dt>{languageName(lang)}</dt>
            {forms.map((form) => (
              <dd key={form.text}>
                <Form form={form} />
              </dd>
            ))}
          </div>
        ))}
      </dl>
      {aliases.some(({ strength }) => strength !== 'strong') && (
        <p class="help">{t('library_alias_help')}</p>
      )}
    </section>
  );
}

function Form({ form }: { form: Alias }) {
  return (
    <>
      <span class="form" lang={form.lang === 'und' ? undefined : form.lang} dir="auto">
        {form.text}
      </span>
      {form.strength !== 'strong' && (
        <span class={`strength ${form.strength}`}>{t(STRENGTHS[form.strength])}</span>
      )}
      {form.note !== undefined && (
        <span class="form-note" dir="auto">
          {form.note}
        </span>
      )}
    </>
  );
}

function languageName(lang: string): string {
  if (lang === 'und') return t('library_alias_any_language');
  // Pinyin has a tag of its own that few tables of names know.
  if (lang === 'zh-Latn') return t('library_alias_pinyin');
  return new Intl.DisplayNames([locale()], { type: 'language' }).of(lang) ?? lang;
}
