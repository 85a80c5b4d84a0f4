import { useRef } from 'preact/hooks';
import { t } from '../message';

/** What the browser's file chooser offers first; what is in a file decides. */
const ENDINGS = '.json,.jsonl,.jsonld,.ndjson,.csv,.tsv,.txt';

export function ChooseFile({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <div class="choose-file">
        <button type="button" class="button" onClick={() => input.current?.click()}>
          {t('packs_choose')}
        </button>
        <p class="help">{t('packs_drop')}</p>
        <input
          ref={input}
          type="file"
          accept={ENDINGS}
          hidden
          onChange={({ currentTarget }) => {
            onFiles([...(currentTarget.files ?? [])]);
            // The same file once more is a new choice.
            currentTarget.value = '';
          }}
        />
      </div>
      <p class="help">{t('packs_formats')}</p>
    </>
  );
}
