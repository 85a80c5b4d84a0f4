import { useState } from 'preact/hooks';
import type { PackClaim, Saved } from '../../core/clipping/clip-schema';
import type { ClaimPart } from '../../core/clipping/record-forms';
import { type ClaimKey, packOfKey } from '../../core/facts/keys';
import { t } from '../message';
import { CLAIM_FIELDS, ClaimFields } from './ClaimFields';
import type { ClipApi, EntityHit } from './clip-api';
import { EditPackRecord } from './EditPackRecord';
import { otherProblems, problemsByField } from './form-problems';
import { SavingForm } from './SavingForm';
import { useSaving } from './use-saving';

/** A claim of an imported pack, to be changed. */
export function EditPackClaim({ api, claim }: { readonly api: ClipApi; readonly claim: ClaimKey }) {
  const pack = packOfKey(claim);
  // Claims of a pack can only be about names of the same pack.
  const search = (words: string): Promise<readonly EntityHit[]> => api.searchNames(words, pack);
  return (
    <EditPackRecord
      api={api.pack}
      recordKey={claim}
      section="claims"
      load={() => api.pack.claim(claim)}
      wordsOf={({ part }) => part.text}
      hrefOf={({ about }) => api.hrefOfName(about, claim)}
    >
      {(found, onSaved, leave) => (
        <PackClaimForm
          found={found}
          search={search}
          save={async (part) => {
            const saved = await api.pack.saveClaim(claim, part);
            if (saved.ok) onSaved(saved);
            return saved;
          }}
          onDiscard={leave}
        />
      )}
    </EditPackRecord>
  );
}

interface PackClaimFormProps {
  readonly found: PackClaim;
  readonly search: (words: string) => Promise<readonly EntityHit[]>;
  readonly save: (part: ClaimPart) => Promise<Saved>;
  readonly onDiscard: () => void;
}

function PackClaimForm({ found, search, save, onDiscard }: PackClaimFormProps) {
  const [part, setPart] = useState(found.part);
  const saving = useSaving(() => save(part));
  const { problems } = saving;
  const shown = [...CLAIM_FIELDS, ...part.entities.map((_, index) => `entities[${index}]`)];
  return (
    <SavingForm saving={saving} others={otherProblems(problems, shown)} onDiscard={onDiscard}>
      <h1 tabIndex={-1}>{t('clip_title_edit')}</h1>
      <p class="help">{t('edit_pack_help', found.pack)}</p>
      <Quotes excerpts={found.excerpts} />
      <ClaimFields
        claim={part}
        search={search}
        canMakeNames={false}
        problemOf={problemsByField(problems)}
        onChange={(change) => setPart((before) => ({ ...before, ...change }))}
      />
    </SavingForm>
  );
}

/** What the claim rests on, to be read while its words are changed. */
function Quotes({ excerpts }: Pick<PackClaim, 'excerpts'>) {
  return (
    <section class="clip-excerpt" aria-label={t('edit_quotes')}>
      {excerpts.length === 0 && <p class="help">{t('edit_no_quotes')}</p>}
      {excerpts.map(({ exact, source }, index) => (
        <blockquote key={index} dir="auto">
          <p>
            <mark>{exact}</mark>
          </p>
          <p class="help" dir="auto">
            {source}
          </p>
        </blockquote>
      ))}
    </section>
  );
}
