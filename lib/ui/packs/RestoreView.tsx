import type { RestorePlan } from '../../core/backup/restore-plan';
import { formatDate } from '../format-date';
import { plural, t } from '../message';

export interface RestoreViewProps {
  /** ISO date and time. */
  readonly madeAt: string;
  readonly plan: RestorePlan;
  readonly isBusy: boolean;
  readonly onRestore: () => void;
  readonly onCancel: () => void;
}

/** What restoring a backup would change, before it is done. */
export function RestoreView({ madeAt, plan, isBusy, onRestore, onCancel }: RestoreViewProps) {
  const changes = changesOf(plan);
  return (
    <>
      <p>{t('packs_restore_made', formatDate(madeAt.slice(0, 10)))}</p>
      {changes.length > 0 ? (
        <ul class="plain-list">
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      ) : (
        <p>{t('packs_restore_nothing')}</p>
      )}
      {plan.missingPacks.length > 0 && (
        <p class="help">{t('packs_restore_packs', plan.missingPacks.join(', '))}</p>
      )}
      <div class="form-line">
        <button type="button" class="button primary" disabled={isBusy} onClick={onRestore}>
          {t('packs_restore_now')}
        </button>
        <button type="button" class="text-button" disabled={isBusy} onClick={onCancel}>
          {t('packs_cancel')}
        </button>
      </div>
    </>
  );
}

function changesOf(plan: RestorePlan): string[] {
  const { own, edits, editsLeftOut } = plan;
  const choices = plan.changesSettings || plan.changesSwitches || plan.changesMutes;
  return [
    ...(own.new > 0 ? [plural('packs_restore_new', own.new)] : []),
    ...(own.changed > 0 ? [plural('packs_restore_changed', own.changed)] : []),
    ...(own.gone > 0 ? [plural('packs_restore_gone', own.gone)] : []),
    ...(edits > 0 ? [plural('packs_restore_edits', edits)] : []),
    ...(editsLeftOut > 0 ? [plural('packs_restore_edits_lost', editsLeftOut)] : []),
    ...(choices ? [t('packs_restore_sites')] : []),
  ];
}
