import { useState } from 'preact/hooks';
import type { NewName } from '../../core/clipping/clip-form';
import type { NameTwin, Saved } from '../../core/clipping/clip-schema';
import { problemsByField } from './form-problems';
import { NewNameFields } from './NewNameFields';
import { SavingForm } from './SavingForm';
import { type FindTwins, NameTwinsContext, useNameTwins } from './use-name-twins';
import { useSaving } from './use-saving';

export interface NameFormProps {
  readonly title: string;
  /** Under the title. */
  readonly help?: string;
  readonly initial: NewName;
  readonly findTwins: FindTwins;
  /** Takes a name that is known instead; absent where one is changed. */
  readonly onUse?: (twin: NameTwin) => void;
  readonly save: (name: NewName) => Promise<Saved>;
  readonly onDiscard: () => void;
  readonly discardWords: string;
}

/** A name with its other written forms. */
export function NameForm(props: NameFormProps) {
  const { title, help, initial, onUse, save, onDiscard, discardWords } = props;
  const [name, setName] = useState(initial);
  // What was there before the reader came is not to be warned of.
  const twins = useNameTwins(props.findTwins, isSameForms(name, initial) && !onUse ? [] : [name]);
  const saving = useSaving(() => save(name), twins.settled);
  const { problems } = saving;
  return (
    <SavingForm saving={saving} onDiscard={onDiscard} discardWords={discardWords}>
      <h1 tabIndex={-1}>{title}</h1>
      {help !== undefined && <p class="help">{help}</p>}
      <NameTwinsContext.Provider value={twins}>
        <NewNameFields
          name={name}
          onChange={setName}
          problem={problemsByField(problems)('entity')}
          {...(onUse && { onUse })}
        />
      </NameTwinsContext.Provider>
    </SavingForm>
  );
}

function isSameForms(a: NewName, b: NewName): boolean {
  return [a.label, ...a.aliases].join('\n') === [b.label, ...b.aliases].join('\n');
}
