import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ChosenEntity, ClipForm, NewName } from '../../core/clipping/clip-form';
import type { OpenedClip } from '../../core/clipping/clip-schema';
import type { ClaimKey } from '../../core/facts/keys';
import { t } from '../message';
import { ClipFormView } from './ClipFormView';
import { ClipMessage } from './ClipMessage';
import type { ClipApi } from './clip-api';
import { formatClipRoute } from './clip-route';
import { KnownNameForm } from './KnownNameForm';
import { NameForm } from './NameForm';

export interface NewClipProps {
  readonly api: ClipApi;
  readonly clip: string;
}

type Outcome =
  | { readonly type: 'claim'; readonly claim: ClaimKey }
  | { readonly type: 'name'; readonly label: string }
  | { readonly type: 'form'; readonly form: string; readonly label: string };

/** What the selected words become. */
type Making = 'claim' | 'name' | 'form';

/** A clipping from the question whether it is to be kept to the word that it is saved. */
export function NewClip({ api, clip }: NewClipProps) {
  const [opened, setOpened] = useState<OpenedClip | null>(null);
  const [making, setMaking] = useState<Making>('claim');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  function open(keep?: boolean): void {
    api.open(clip, keep).then(setOpened, () => setOpened({ state: 'unreadable' }));
  }
  useEffect(() => open(), [clip]);

  const close = (
    <button type="button" class="button" onClick={api.close}>
      {t('clip_close')}
    </button>
  );
  async function discard(): Promise<void> {
    await api.discard(clip).catch(() => {});
    api.close();
  }

  if (outcome) return <SavedNote outcome={outcome}>{close}</SavedNote>;
  if (!opened) return <p class="help">{t('library_loading')}</p>;
  switch (opened.state) {
    case 'ask':
      return (
        <ClipMessage title={t('clip_private')} words={t('clip_private_help')}>
          <button type="button" class="button primary" onClick={() => open(true)}>
            {t('clip_private_keep')}
          </button>
          <button type="button" class="button" onClick={() => void discard()}>
            {t('clip_private_not')}
          </button>
        </ClipMessage>
      );
    case 'nothing':
      return (
        <ClipMessage title={t('clip_nothing')} words={t('clip_nothing_help')}>
          {close}
        </ClipMessage>
      );
    case 'unreadable':
      return (
        <ClipMessage title={t('clip_unreadable')} words={t('clip_unreadable_help')}>
          {close}
        </ClipMessage>
      );
    case 'gone':
      return (
        <ClipMessage title={t('clip_gone')} words={t('clip_gone_help')}>
          {close}
        </ClipMessage>
      );
    case 'drafted':
      break;
  }
  if (making === 'name') {
    return (
      <>
        <p class="clip-switch">
          <button type="button" class="text-button" onClick={() => setMaking('form')}>
            {t('clip_add_form')}
          </button>
        </p>
        <NameForm
          title={t('clip_add_name')}
          initial={nameOf(opened.form)}
          findTwins={(forms) => api.findTwins(forms, null)}
          onUse={({ key, label, kind }) => {
            const entities: ChosenEntity[] = [{ type: 'known', key, label, kind }];
            setOpened({ ...opened, form: { ...opened.form, entities } });
            setMaking('claim');
          }}
          save={async (name) => {
            const saved = await api.saveName(name, { clip });
            if (saved.ok) setOutcome({ type: 'name', label: name.label });
            return saved;
          }}
          onDiscard={() => setMaking('claim')}
          discardWords={t('clip_back_to_claim')}
        />
      </>
    );
  }
  if (making === 'form') {
    return (
      <KnownNameForm
        initial={nameOf(opened.form).label}
        searchNames={api.searchNames}
        save={async (form, { key, label }) => {
          const saved = await api.saveForm(form, key, clip);
          if (saved.ok) setOutcome({ type: 'form', form, label });
          return saved;
        }}
        onDiscard={() => setMaking('name')}
      />
    );
  }
  return (
    <>
      <p class="clip-switch">
        <button type="button" class="text-button" onClick={() => setMaking('name')}>
          {t('clip_only_name')}
        </button>
      </p>
      <ClipFormView
        title={t('clip_title_new')}
        initial={opened.form}
        paragraph={opened.paragraph}
        findTwins={(forms) => api.findTwins(forms, null)}
        notices={opened.notices}
        searchNames={api.searchNames}
        findings={(form) => api.findings(form, null)}
        save={async (form) => {
          const saved = await api.save(form, { clip });
          if (saved.ok) setOutcome({ type: 'claim', claim: saved.key });
          return saved;
        }}
        onDiscard={() => void discard()}
      />
    </>
  );
}

function SavedNote({
  outcome,
  children,
}: {
  readonly outcome: Outcome;
  readonly children: ComponentChildren;
}) {
  return (
    <ClipMessage title={t('clip_saved')} words={savedWords(outcome)}>
      {outcome.type === 'claim' && (
        <a href={formatClipRoute({ view: 'claim', key: outcome.claim })}>{t('clip_edit')}</a>
      )}
      <a href={formatClipRoute({ view: 'own' })}>{t('clip_own')}</a>
      {children}
    </ClipMessage>
  );
}

function savedWords(outcome: Outcome): string {
  if (outcome.type === 'claim') return t('clip_saved_claim');
  if (outcome.type === 'form') return t('clip_saved_form', outcome.form, outcome.label);
  return t('clip_saved_name', outcome.label);
}

/** A selection that is a name, not a sentence. UTF-16 code units. */
const MAX_NAME_CHARS = 100;

function nameOf({ excerpt }: ClipForm): NewName {
  const words = excerpt.exact.replace(/\s+/g, ' ');
  const label = words.length <= MAX_NAME_CHARS ? words : '';
  return { type: 'new', label, kind: 'organisation', aliases: [], description: '' };
}
