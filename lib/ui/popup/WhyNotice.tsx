import type { WhyUnmarked } from '../../core/briefing/why-unmarked';
import { type PlainKey, t } from '../message';

export type WhyAction =
  | 'switch-on'
  | 'allow-site'
  | 'allow-all'
  | 'reload'
  | 'resume'
  | 'look-through';

interface Explanation {
  readonly what: PlainKey;
  readonly help?: PlainKey;
  readonly action?: WhyAction;
}

const EXPLANATIONS: Readonly<Record<WhyUnmarked, Explanation>> = {
  'still-reading': { what: 'popup_connecting' },
  'browser-page': { what: 'why_browser_page', help: 'why_browser_page_help' },
  'store-page': { what: 'why_store_page', help: 'why_store_page_help' },
  'source-view': { what: 'why_source_view', help: 'why_source_view_help' },
  'own-page': { what: 'why_own_page', help: 'why_own_page_help' },
  'extension-page': { what: 'why_extension_page', help: 'why_extension_page_help' },
  'reader-view': { what: 'why_reader_view', help: 'why_reader_view_help' },
  'no-site': { what: 'why_no_site', help: 'why_no_site_help' },
  'file-not-allowed': { what: 'why_file', help: 'why_file_help' },
  pdf: { what: 'why_pdf', help: 'why_pdf_help' },
  'pack-file': { what: 'why_pack_file', help: 'why_pack_file_help', action: 'look-through' },
  'not-a-page': { what: 'why_not_a_page', help: 'why_not_a_page_help' },
  'site-not-allowed': {
    what: 'why_site_not_allowed',
    help: 'why_site_not_allowed_help',
    action: 'allow-site',
  },
  'address-not-told': {
    what: 'why_address_not_told',
    help: 'why_address_not_told_help',
    action: 'allow-all',
  },
  'switched-off': { what: 'popup_switched_off', action: 'switch-on' },
  // The fact base says by itself what is the matter with it.
  'facts-preparing': { what: 'why_facts_preparing' },
  'facts-failed': { what: 'why_facts_failed' },
  'needs-reload': { what: 'why_needs_reload', help: 'why_needs_reload_help', action: 'reload' },
  paused: { what: 'why_paused', help: 'why_paused_help', action: 'resume' },
  'only-fields': { what: 'why_only_fields', help: 'why_only_fields_help' },
  'no-text': { what: 'why_no_text', help: 'why_no_text_help' },
  'no-known-names': { what: 'popup_no_names', help: 'why_no_known_names_help' },
};

const PRIVATE_FILE: Explanation = { what: 'why_pack_file', help: 'why_pack_file_private' };

const ACTIONS = {
  'switch-on': 'popup_switch_on',
  'allow-site': 'why_allow_site',
  'allow-all': 'why_allow_all',
  reload: 'why_reload',
  resume: 'why_resume',
  'look-through': 'why_look_through',
} as const satisfies Record<WhyAction, PlainKey>;

export interface WhyNoticeProps {
  readonly why: WhyUnmarked;
  /** Nothing of a private window is stored. */
  readonly isPrivate: boolean;
  readonly onAction: (action: WhyAction) => void;
}

/** Why nothing is marked on the page, and what the reader can do about it. */
export function WhyNotice({ why, isPrivate, onAction }: WhyNoticeProps) {
  const { what, help, action } =
    why === 'pack-file' && isPrivate ? PRIVATE_FILE : EXPLANATIONS[why];
  if (why === 'still-reading') return <p class="notice soft loading">{t(what)}</p>;
  return (
    <section class="notice why" data-why={why} aria-labelledby="why-heading">
      <h2 class="why-what" id="why-heading">
        {t(what)}
      </h2>
      {help && <p class="help">{t(help)}</p>}
      {action && (
        <button type="button" class="more" onClick={() => onAction(action)}>
          {t(ACTIONS[action])}
        </button>
      )}
    </section>
  );
}
