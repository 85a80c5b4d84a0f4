import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Why } from '../core/recognition/mention';
import type { ScopeType } from '../core/recognition/mutes';
import { type PlainKey, t } from './message';
import { whyMarked } from './why-marked';

export interface MarkFootProps {
  /** The words on the page. */
  readonly text: string;
  /** What they are read as. */
  readonly label: string;
  readonly why: Why;
  /** From the narrowest. */
  readonly scopes: readonly ScopeType[];
  /** Rejects where it could not be stored. */
  readonly mute: (scope: ScopeType) => Promise<unknown>;
  readonly unmute: (scope: ScopeType) => Promise<unknown>;
}

const SCOPES = {
  page: 'mute_scope_page',
  site: 'mute_scope_site',
  everywhere: 'mute_scope_everywhere',
} as const satisfies Record<ScopeType, PlainKey>;

const MUTED = {
  page: 'mute_done_page',
  site: 'mute_done_site',
  everywhere: 'mute_done_everywhere',
} as const satisfies Record<ScopeType, PlainKey>;

type Phase =
  | { readonly is: 'marked'; readonly again: boolean }
  | { readonly is: 'choosing' }
  | { readonly is: 'muted'; readonly scope: ScopeType };

/** Why the words are marked, and "not this one" with its undo. */
export function MarkFoot({ text, label, why, scopes, mute, unmute }: MarkFootProps) {
  const [phase, setPhase] = useState<Phase>({ is: 'marked', again: false });
  const [failed, setFailed] = useState(false);
  const foot = useFootManners(phase);

  const attempt = (work: Promise<unknown>, then: Phase) => {
    setFailed(false);
    work.then(
      () => setPhase(then),
      () => setFailed(true),
    );
  };

  return (
    <footer class="mark-foot" ref={foot}>
      <div class="mark-line">
        {phase.is === 'marked' && <p>{whyMarked(why)}</p>}
        {phase.is === 'choosing' && (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms and has looks of its own
          <div class="mark-scopes" role="group" aria-label={t('mute_where', text, label)}>
            {scopes.map((scope) => (
              <button
                key={scope}
                type="button"
                class="mark-scope"
                onClick={() => attempt(mute(scope), { is: 'muted', scope })}
              >
                {t(SCOPES[scope])}
              </button>
            ))}
          </div>
        )}
        {/* There from the beginning, since only changes of a live region are read aloud. */}
        <p class={phase.is === 'muted' ? '' : 'spoken'} role="status">
          {phase.is === 'muted' && t(MUTED[phase.scope])}
          {phase.is === 'marked' && phase.again && t('mute_undone')}
        </p>
        {phase.is === 'muted' ? (
          <button
            key="undo"
            type="button"
            class="quiet"
            onClick={() => attempt(unmute(phase.scope), { is: 'marked', again: true })}
          >
            {t('mute_undo')}
          </button>
        ) : (
          <button
            key="not-this"
            type="button"
            class="quiet"
            aria-expanded={phase.is === 'choosing'}
            onClick={() =>
              setPhase(
                phase.is === 'choosing' ? { is: 'marked', again: false } : { is: 'choosing' },
              )
            }
          >
            {t('mute_not_this')}
          </button>
        )}
      </div>
      {failed && (
        <p class="mark-failed" role="alert">
          {t('mute_failed')}
        </p>
      )}
    </footer>
  );
}

/**
 * The foot never gets lower, or the popover could shrink away from under the pointer and close
 * with the undo; and the focus goes on to what came in the place of the pressed button.
 */
function useFootManners(phase: Phase) {
  const foot = useRef<HTMLElement>(null);
  const before = useRef(phase);
  useLayoutEffect(() => {
    const element = foot.current;
    if (!element || before.current === phase) return;
    before.current = phase;
    element.querySelector('button')?.focus({ preventScroll: true });
    element.style.minHeight = `${element.offsetHeight}px`;
  }, [phase]);
  return foot;
}
