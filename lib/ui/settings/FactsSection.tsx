import { useEffect, useState } from 'preact/hooks';
import { plural, t } from '../message';
import { FactBaseNotice, needsNotice } from '../popup/FactBaseNotice';
import { useFactBase } from '../popup/use-fact-base';
import { Section } from './Section';
import type { Pack, SettingsApi } from './settings-api';

/** The packs of facts, and how they stand. */
export function FactsSection({ api }: { readonly api: SettingsApi }) {
  const { base, rebuild } = useFactBase(api);
  const [packs, setPacks] = useState<readonly Pack[]>([]);
  const [rebuilding, setRebuilding] = useState<'no' | 'asked' | 'done'>('no');
  useEffect(() => {
    if (base.state !== 'ready') return;
    void api.getPacks().then(setPacks, () => {});
    setRebuilding((before) => (before === 'asked' ? 'done' : before));
  }, [api, base]);
  function rebuildNow(): void {
    setRebuilding('asked');
    rebuild();
  }
  return (
    <Section id="facts" title={t('options_facts')}>
      {needsNotice(base) && <FactBaseNotice base={base} onRebuild={rebuildNow} />}
      <ul class="entry-list">
        {packs.map((pack) => (
          <li key={pack.id} class="entry">
            <div class="entry-words">
              <p class="entry-name" dir="auto">
                {pack.title}
              </p>
              <p class="help">
                {[
                  plural('options_pack_names', pack.entities),
                  plural('options_pack_claims', pack.claims),
                  plural('options_pack_sources', pack.sources),
                ].join(' · ')}
              </p>
              <p class="help">
                {t('options_pack_version', pack.version)} · {pack.license}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <p>
        <a href={api.libraryUrl}>{t('options_open_library')}</a>
      </p>
      <p class="help">{t('options_rebuild_help')}</p>
      <div class="form-line">
        <button
          type="button"
          class="button"
          disabled={base.state === 'asking' || base.state === 'preparing'}
          onClick={rebuildNow}
        >
          {t('base_rebuild')}
        </button>
        <p class="help" role="status">
          {rebuilding === 'done' ? t('options_rebuilt') : ''}
        </p>
      </div>
    </Section>
  );
}
