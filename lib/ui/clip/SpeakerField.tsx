import type { ClipForm } from '../../core/clipping/clip-form';
import { t } from '../message';
import { Choices } from '../settings/Choices';
import type { EntityHit } from './clip-api';
import { TextField } from './Field';
import { NamesField } from './NamesField';

type Speaker = ClipForm['speaker'];

export interface SpeakerFieldProps {
  readonly speaker: Speaker;
  readonly onChange: (speaker: Speaker) => void;
  readonly search: (words: string) => Promise<readonly EntityHit[]>;
  readonly problem: string;
  readonly canMakeNames?: boolean;
}

/** Who says it: the source itself, somebody with a name, somebody whom the source does not name. */
export function SpeakerField(props: SpeakerFieldProps) {
  const { speaker, onChange, search, problem, canMakeNames = true } = props;
  return (
    <>
      <Choices
        name="speaker"
        legend={t('clip_speaker')}
        chosen={speaker.type}
        options={[
          { value: 'source', label: t('clip_speaker_source') },
          { value: 'entity', label: t('clip_speaker_name') },
          { value: 'unnamed', label: t('clip_speaker_unnamed') },
        ]}
        onChange={(type) => onChange(blank(type))}
      />
      {speaker.type === 'entity' && (
        <NamesField
          label={t('clip_speaker_who')}
          chosen={speaker.entity ? [speaker.entity] : []}
          max={1}
          search={search}
          canMake={canMakeNames}
          onChange={([entity = null]) => onChange({ type: 'entity', entity })}
          problem={problem}
          problemOf={() => ''}
        />
      )}
      {speaker.type === 'unnamed' && (
        <TextField
          label={t('clip_speaker_described')}
          help={t('clip_speaker_described_help')}
          value={speaker.description}
          problem={problem}
          onValue={(description) => onChange({ type: 'unnamed', description })}
        />
      )}
    </>
  );
}

function blank(type: Speaker['type']): Speaker {
  if (type === 'entity') return { type, entity: null };
  return type === 'unnamed' ? { type, description: '' } : { type };
}
