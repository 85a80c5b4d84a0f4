import { useCallback, useMemo, useState } from 'preact/hooks';
import type { CardSurroundings } from '../../core/facts/card-surroundings';
import { CardStack } from '../CardStack';
import { Surroundings } from '../card-surroundings';
import type { NamedEntity } from '../card-trail';
import { t } from '../message';
import type { Detail, PopupApi } from './popup-api';

export interface DetailViewProps {
  readonly api: PopupApi;
  readonly detail: Detail;
  /** Words for where the way back leads. */
  readonly backTo: string;
  readonly onLeave: () => void;
  /** Whose card is read now. */
  readonly onLookup: (entity: NamedEntity) => void;
}

/** The card of a name, with the way to its page in the library. */
export function DetailView({ api, detail, backTo, onLeave, onLookup }: DetailViewProps) {
  const { entities, soughtClaim } = detail;
  const [shown, setShown] = useState<NamedEntity | null>(null);
  const onShow = useCallback(
    (_label: string, _nested: boolean, entity: NamedEntity | null) => setShown(entity),
    [],
  );
  const surroundings = useMemo<CardSurroundings>(() => ({ loadContext: api.getContext }), [api]);
  return (
    <Surroundings.Provider value={surroundings}>
      <CardStack
        key={`${entities.map(({ key }) => key).join(' ')} ${soughtClaim ?? ''}`}
        entities={entities}
        text={entities[0].label}
        load={api.getCards}
        takesFocus
        {...(soughtClaim ? { soughtClaim } : {})}
        leave={{ to: backTo, go: onLeave }}
        onShow={onShow}
        onRead={onLookup}
        bar={(back) => (
          <div class="detail-bar">
            {back}
            {shown && (
              <a
                class="open-in-library"
                href={api.hrefOf({ view: 'entity', key: shown.key })}
                target="_blank"
                rel="noopener"
              >
                {t('panel_open_in_library')}
              </a>
            )}
          </div>
        )}
      />
    </Surroundings.Provider>
  );
}
