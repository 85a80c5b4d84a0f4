import type { ComponentChildren } from 'preact';
import { useContext, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { EntityCard } from '../core/facts/card';
import type { Claim } from '../core/facts/pack-schema';
import { bringIntoView } from './bring-into-view';
import { Surroundings } from './card-surroundings';
import { type CitationFormat, citationOf } from './claim-citation';
import { copyText } from './copy-text';
import { errorReport } from './error-report';
import { type PlainKey, t } from './message';

const FORMATS = {
  plain: 'cite_plain',
  markdown: 'cite_markdown',
  csl: 'cite_csl',
} as const satisfies Record<CitationFormat, PlainKey>;

interface Outcome {
  readonly said: PlainKey;
  /** What the reader has to copy by hand. */
  readonly byHand: string | null;
}

export interface ClaimToolsProps {
  readonly card: EntityCard;
  readonly claim: Claim;
  /** How well the claim is supported; stands before the tools. */
  readonly children: ComponentChildren;
}

/** The claim's last line: its support, and what a reader can take along. Nothing is sent. */
export function ClaimTools({ card, claim, children }: ClaimToolsProps) {
  const [open, setOpen] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const editHref = useContext(Surroundings).editHref?.(card, 'claims', claim.id) ?? null;
  const tools = useId();
  const foot = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (open) bringIntoView(foot.current);
  }, [open, outcome]);

  const copy = (text: string, done: PlainKey) => {
    copyText(text).then(
      () => setOutcome({ said: done, byHand: null }),
      () => setOutcome({ said: 'copy_by_hand', byHand: text }),
    );
  };

  return (
    <div class="claim-foot" ref={foot}>
      <div class="claim-line">
        <p class="corroboration">{children}</p>
        {editHref !== null && (
          <a class="edit-claim" href={editHref} aria-label={t('clip_edit_of', claim.text)}>
            {t('clip_edit')}
          </a>
        )}
        <button
          type="button"
          class="quiet"
          aria-expanded={open}
          aria-controls={tools}
          onClick={() => {
            setOpen(!open);
            setOutcome(null);
          }}
        >
          {t('cite_or_report')}
        </button>
      </div>
      <div id={tools} hidden={!open}>
        {open && (
          <div class="tool-row">
            {(Object.keys(FORMATS) as CitationFormat[]).map((format) => (
              <button
                key={format}
                type="button"
                class="claim-tool"
                onClick={() => copy(citationOf(card, claim, format), 'cite_copied')}
              >
                {t(FORMATS[format])}
              </button>
            ))}
            <button
              type="button"
              class="claim-tool"
              onClick={() => copy(errorReport(card, claim), 'report_copied')}
            >
              {t('report_error')}
            </button>
          </div>
        )}
        {/* There from the beginning, since only changes of a live region are read aloud. */}
        <p class="tool-outcome" role="status">
          {outcome && t(outcome.said)}
        </p>
        {outcome?.byHand != null && <CopyByHand text={outcome.byHand} />}
      </div>
    </div>
  );
}

/** For pages on which browsers keep scripts from the clipboard, such as those over plain http. */
function CopyByHand({ text }: { text: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, [text]);
  return (
    <textarea
      class="copy-by-hand"
      readOnly
      rows={4}
      dir="auto"
      ref={field}
      aria-label={t('copy_text')}
      value={text}
    />
  );
}
