import type { Ref } from 'preact';
import type { CardGroup } from '../core/facts/card-group';
import { packOfKey } from '../core/facts/keys';
import type { NamedEntity } from './card-trail';
import { claimCount } from './claim-view';
import { entityKindName } from './kind-names';
import { t } from './message';
import { PackName } from './PackName';

export interface EntityChooserProps {
  /** The words that may mean any of the options. */
  readonly text: string;
  readonly options: readonly NamedEntity[];
  /** What is known of an option so far; undefined until its cards have come. */
  readonly cardsOf: (option: NamedEntity) => CardGroup | undefined;
  readonly onChoose: (option: NamedEntity) => void;
  readonly headingRef?: Ref<HTMLHeadingElement>;
}

/** Asks the reader whom a name means, where the page leaves it open. */
export function EntityChooser(props: EntityChooserProps) {
  const { text, options, cardsOf, onChoose, headingRef } = props;
  const packs = new Set(options.map(({ key }) => packOfKey(key)));
  return (
    <section class="chooser">
      <h2 class="name" tabIndex={-1} {...(headingRef ? { ref: headingRef } : {})} dir="auto">
        {t('stack_chooser', text)}
      </h2>
      <ul>
        {options.map((option) => (
          <li key={option.key}>
            <button type="button" class="option" onClick={() => onChoose(option)}>
              <Option option={option} group={cardsOf(option)} tellsPacks={packs.size > 1} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface OptionProps {
  readonly option: NamedEntity;
  readonly group: CardGroup | undefined;
  /** Names from several packs may be told apart by nothing else. */
  readonly tellsPacks: boolean;
}

function Option({ option, group, tellsPacks }: OptionProps) {
  const cards = group ?? [];
  const [head] = cards;
  const native = head?.entity.nativeLabels[0];
  const sentence = head?.entity.summary[0];
  const claims = cards.reduce((sum, card) => sum + card.claims.length, 0);
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
      {head && (
        <span class="option-meta">
          {entityKindName(head.entity.kind)} · {claimCount(claims)}
          {tellsPacks &&
            cards.map(({ key, pack }) => (
              <span key={key}>
                {' · '}
                <PackName title={pack.title} colour={pack.colour} />
              </span>
            ))}
        </span>
      )}
      {sentence && <span class="option-summary">{sentence.text}</span>}
    </>
  );
}
