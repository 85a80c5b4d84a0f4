import { strings } from '../strings';
import type { FactBaseView } from './use-fact-base';

const words = strings.popup;

/** Whether the fact base is in a state that the reader has to know of. */
export function needsNotice(base: FactBaseView): boolean {
  return base.state === 'preparing' || base.state === 'failed' || base.state === 'unanswered';
}

export interface FactBaseNoticeProps {
  readonly base: FactBaseView;
  readonly onRebuild: () => void;
}

/** What is the matter with the fact base and what to do about it; nothing when all is well. */
export function FactBaseNotice({ base, onRebuild }: FactBaseNoticeProps) {
  if (!needsNotice(base)) return null;
  if (base.state === 'preparing') {
    return (
      <div class="notice" role="status">
        <p>{words.preparing}</p>
        <p class="help">{words.preparingHelp}</p>
      </div>
    );
  }
  const { what, help } = words.baseFailed[base.state === 'failed' ? base.reason : 'unanswered'];
  return (
    <div class="notice failed" role="alert">
      <p>{what}</p>
      <p class="help">{help}</p>
      {base.state === 'failed' && (
        <>
          <button type="button" class="more" onClick={onRebuild}>
            {words.rebuild}
          </button>
          <details class="detail">
            <summary>{words.detail}</summary>
            <p>{base.detail}</p>
          </details>
        </>
      )}
    </div>
  );
}
