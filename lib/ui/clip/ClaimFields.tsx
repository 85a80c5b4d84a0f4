import type { ClaimPart } from '../../core/clipping/record-forms';
import { CLAIM_KINDS, type ClaimKind } from '../../core/facts/pack-schema';
import { claimKindName } from '../kind-names';
import { t } from '../message';
import type { EntityHit } from './clip-api';
import { Field, TextField } from './Field';
import type { ProblemOf } from './form-problems';
import { NamesField } from './NamesField';
import { SpeakerField } from './SpeakerField';

export const CLAIM_FIELDS = ['claim.entities', 'claim.text', 'claim.date', 'claim.speaker'];
const MAX_NAMES = 20;

export interface ClaimFieldsProps {
  readonly claim: ClaimPart;
  readonly onChange: (part: Partial<ClaimPart>) => void;
  readonly search: (words: string) => Promise<readonly EntityHit[]>;
  readonly problemOf: ProblemOf;
  /** Whether names may be made that are not there yet. */
  readonly canMakeNames?: boolean;
}

/** About whom, what, when, and who says it. */
export function ClaimFields(props: ClaimFieldsProps) {
  const { claim, onChange, search, problemOf, canMakeNames = true } = props;
  return (
    <>
      <NamesField
        label={t('clip_about')}
        help={t(canMakeNames ? 'clip_about_help' : 'clip_about_pack_help')}
        chosen={claim.entities}
        max={MAX_NAMES}
        search={search}
        canMake={canMakeNames}
        onChange={(entities) => onChange({ entities })}
        problem={problemOf('claim.entities')}
        problemOf={(index) => problemOf(`entities[${index}]`)}
      />
      <TextField
        label={t('clip_text')}
        help={t('clip_text_help')}
        rows={3}
        value={claim.text}
        problem={problemOf('claim.text')}
        onValue={(text) => onChange({ text })}
      />
      <div class="clip-columns">
        <Field label={t('clip_kind')}>
          {(ids) => (
            <select
              {...ids}
              value={claim.kind}
              onChange={(event) => onChange({ kind: event.currentTarget.value as ClaimKind })}
            >
              {CLAIM_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {claimKindName(kind)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TextField
          label={t('clip_date')}
          help={t('clip_date_help')}
          value={claim.date}
          problem={problemOf('claim.date')}
          onValue={(date) => onChange({ date })}
        />
      </div>
      <SpeakerField
        speaker={claim.speaker}
        search={search}
        canMakeNames={canMakeNames}
        problem={problemOf('claim.speaker')}
        onChange={(speaker) => onChange({ speaker })}
      />
    </>
  );
}
