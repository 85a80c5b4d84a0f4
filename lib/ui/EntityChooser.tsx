import type { Ref } from 'preact';
import type { EntityCard } from '../core/facts/card';
import type { NamedEntity } from './card-trail';
import { claimCount } from './claim-view';
import { entityKindName } from './kind-names';
import { t } from './message';

export interface EntityChooserProps {
  /** The words that may mean any of the options. */
  readonly text: string;
  readonly options: readonly NamedEntity[];
  /** What is known of an option so far; undefined until its card has come. */
  readonly cardOf: (option: NamedEntity) => EntityCard | undefined;
  readonly onChoose: (option: NamedEntity) => void;
  readonly headingRef?: Ref<HTMLHeadingElement>;
}

/** Asks the reader whom a name means, where the page leaves it open. */
export function EntityChooser(props: EntityChooserProps) {
  const { text, options, cardOf, onChoose, headingRef } = props;
  return (
    <section class="chooser">
      <h2 class="name" tabIndex={-1} {...(headingRef ? { ref: headingRef } : {})} dir="auto">
        {t('stack_chooser', text)}
      </h2>
      <ul>
        {options.map((option) => (
          <li key={option.key}>
            <button type="button" class="option" onClick={() => onChoose(option)}>
              <Option option={option} card={cardOf(option)} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Option({ option, card }: { option: NamedEntity; card: EntityCard | undefined }) {
  const native = card?.entity.nativeLabels[0];
  const sentence = card?.entity.summary[0];
  return (
    <>
      <span class="option-name">
        <span dir="auto">{option.label}</span>
        {native && (
          <span class="option-native" lang={native.lang} dir="auto">
            {native.text}
          </span>
        )}
      </span>
      {card && (
        <span class="option-meta">
          {entityKindName(card.entity.kind)} · {claimCount(card.claims.length)}
        </span>
      )}
      {sentence && <span class="option-summary">{sentence.text}</span>}
    </>
  );
}
