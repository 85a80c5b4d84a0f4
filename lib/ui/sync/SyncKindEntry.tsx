import { useEffect, useRef, useState } from 'preact/hooks';
import type { SyncKind } from '../../core/sync/sync-kinds';
import { isLeftThere, type KindState } from '../../core/sync/sync-state';
import { plural, t } from '../message';
import { consentWords, isForFile, kindTitle, stateWords, troubleWords } from './sync-words';

export interface SyncKindEntryProps {
  readonly kind: SyncKind;
  readonly state: KindState;
  readonly packsUrl: string;
  readonly onTurn: (isOn: boolean) => Promise<void>;
  readonly onErase: () => Promise<void>;
}

/** One kind of data: how it stands, and the question before anything is sent or deleted. */
export function SyncKindEntry({ kind, state, packsUrl, onTurn, onErase }: SyncKindEntryProps) {
  const [asked, setAsked] = useState<'turn' | 'erase' | null>(null);
  const { isOn, trouble, waiting } = state;
  function answer(work: Promise<void> | null): void {
    setAsked(null);
    void work;
  }
  return (
    <li class="entry sync-kind" data-kind={kind}>
      <div class="entry-words">
        <p class="entry-name">{kindTitle(kind)}</p>
        <p class="help" role="status">
          {stateWords(state)}
        </p>
        {trouble && (
          <p class="problem" role="alert">
            {troubleWords(trouble)}{' '}
            {isForFile(trouble) && <a href={packsUrl}>{t('sync_by_file')}</a>}
          </p>
        )}
        {isOn && waiting > 0 && <p class="help">{plural('sync_waiting', waiting)}</p>}
      </div>
      {asked === null && (
        <div class="entry-tools">
          <button
            type="button"
            class="text-button"
            aria-label={
              isOn ? t('sync_turn_off_of', kindTitle(kind)) : t('sync_turn_on_of', kindTitle(kind))
            }
            onClick={() => setAsked('turn')}
          >
            {isOn ? t('sync_turn_off') : t('sync_turn_on')}
          </button>
          {isLeftThere(state) && (
            <button
              type="button"
              class="text-button"
              aria-label={t('sync_erase_ask_of', kindTitle(kind))}
              onClick={() => setAsked('erase')}
            >
              {t('sync_erase_ask')}
            </button>
          )}
        </div>
      )}
      {asked === 'turn' && !isOn && (
        <Question id={`sync-${kind}`} words={[consentWords(kind), t('sync_consent_to')]}>
          <button type="button" class="button" onClick={() => answer(onTurn(true))}>
            {t('sync_agree')}
          </button>
          <button type="button" class="text-button" onClick={() => answer(null)}>
            {t('sync_not_now')}
          </button>
        </Question>
      )}
      {asked === 'erase' && (
        <Question id={`sync-${kind}`} words={[t('sync_erase_question')]}>
          <button type="button" class="button" onClick={() => answer(onErase())}>
            {t('sync_erase')}
          </button>
          <button type="button" class="text-button" onClick={() => answer(null)}>
            {t('sync_not_now')}
          </button>
        </Question>
      )}
      {asked === 'turn' && isOn && (
        <Question id={`sync-${kind}`} words={[t('sync_off_question')]}>
          <button type="button" class="button" onClick={() => answer(onTurn(false))}>
            {t('sync_off_here')}
          </button>
          <button type="button" class="button" onClick={() => answer(onErase())}>
            {t('sync_erase')}
          </button>
          <button type="button" class="text-button" onClick={() => answer(null)}>
            {t('sync_leave_on')}
          </button>
        </Question>
      )}
    </li>
  );
}

interface QuestionProps {
  readonly id: string;
  readonly words: readonly string[];
  readonly children: preact.ComponentChildren;
}

function Question({ id, words, children }: QuestionProps) {
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <fieldset class="sync-question" aria-labelledby={id} ref={box} tabIndex={-1}>
      <div id={id}>
        {words.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      <div class="form-line">{children}</div>
    </fieldset>
  );
}
