import { useState } from 'preact/hooks';
import type { CardSurroundings } from '../../lib/core/facts/card-surroundings';
import type { Why } from '../../lib/core/recognition/mention';
import { CardBar } from '../../lib/ui/CardBar';
import { CardStack } from '../../lib/ui/CardStack';
import { ClipButton } from '../../lib/ui/ClipButton';
import { Surroundings } from '../../lib/ui/card-surroundings';
import type { NamedEntity } from '../../lib/ui/card-trail';
import { oneOf } from '../../lib/ui/format-list';
import { MarkFoot } from '../../lib/ui/MarkFoot';
import { locale } from '../../lib/ui/message';
import type { LoadCards } from '../../lib/ui/use-card-loads';

export interface CardOnPageProps {
  readonly entities: readonly [NamedEntity, ...NamedEntity[]];
  readonly load: LoadCards;
  readonly text?: string;
  readonly why?: Why;
  readonly surroundings?: CardSurroundings;
  readonly soughtClaim?: string;
  readonly pinned?: boolean;
  /** As it opens on a page, and not with all that is to be scrolled to. */
  readonly atFirst?: boolean;
  /** Stores "not this one"; rejects where it cannot. */
  readonly mute?: () => Promise<unknown>;
}

const SCOPES = ['page', 'site', 'everywhere'] as const;

/** The card with the frame that it has on a page, but in the flow of this one. */
export function CardOnPage(props: CardOnPageProps) {
  const { entities, load, text = entities[0].label, why = { rule: 'strong' } } = props;
  const { soughtClaim, pinned = false, mute = () => Promise.resolve() } = props;
  const [label, setLabel] = useState(text);
  return (
    <div class="popover" {...(pinned ? { 'data-pinned': '' } : {})}>
      <div
        class={props.atFirst ? 'glossator sheet' : 'glossator sheet whole'}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
        tabIndex={0}
        lang={locale()}
        role="dialog"
        aria-label={label}
        data-scroller=""
      >
        <Surroundings.Provider value={props.surroundings ?? { pageDate: null }}>
          <CardStack
            entities={entities}
            text={text}
            load={load}
            {...(soughtClaim ? { soughtClaim } : {})}
            bar={(back) => (
              <CardBar
                back={back}
                tools={<ClipButton label={label} onClip={async () => {}} />}
                pinned={pinned}
                onPin={nothing}
                onClose={nothing}
              />
            )}
            foot={(readAs) => (
              <MarkFoot
                text={text}
                label={oneOf([...new Set(readAs.map((one) => one.label))])}
                why={why}
                scopes={SCOPES}
                mute={mute}
                unmute={mute}
              />
            )}
            onShow={setLabel}
          />
        </Surroundings.Provider>
      </div>
    </div>
  );
}

function nothing(): void {}
