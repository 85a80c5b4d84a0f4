import { useMemo } from 'preact/hooks';
import { t } from '../message';
import { BriefingRelations } from './BriefingRelations';
import { BriefingTimeline } from './BriefingTimeline';
import { PageNames } from './PageNames';
import { foldNames, type PageName } from './page-names';
import type { Detail, PopupApi } from './popup-api';
import { useBriefing } from './use-briefing';

export interface ThisPageProps {
  readonly api: PopupApi;
  readonly names: readonly PageName[];
  readonly onDetail: (detail: Detail) => void;
}

/** The page as a briefing: who and what appears, what binds them, and what is claimed when. */
export function ThisPage({ api, names: written, onDetail }: ThisPageProps) {
  const view = useBriefing(api, written);
  const briefing = view.state === 'ready' ? view.briefing : null;
  const names = useMemo(() => foldNames(written, briefing?.groups ?? []), [written, briefing]);
  return (
    <div class="briefing">
      <PageNames
        names={names}
        entities={briefing?.entities ?? []}
        goToMention={api.goToMention}
        onDetail={onDetail}
      />
      <div class="beside-names">
        {view.state === 'failed' && (
          <p class="notice soft" role="alert">
            {t('panel_briefing_failed')}
          </p>
        )}
        {briefing && <BriefingRelations briefing={briefing} names={names} onDetail={onDetail} />}
        {briefing && (
          <BriefingTimeline
            briefing={briefing}
            names={names}
            hrefOf={api.hrefOf}
            onDetail={onDetail}
          />
        )}
      </div>
    </div>
  );
}
