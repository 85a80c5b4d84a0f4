import { useState } from 'preact/hooks';
import type { NewName } from '../../core/clipping/clip-form';
import type { NameTwin, Saved } from '../../core/clipping/clip-schema';
import { FormFoot } from './FormFoot';
import { problemsByField } from './form-problems';
import { NewNameFields } from './NewNameFields';
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
  const { problems, trouble, isSaving, element, submit } = useSaving(
    () => save(name),
    twins.settled,
  );
  return (
    <form
      class="clip-form"
      ref={element}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
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
      <FormFoot isSaving={isSaving} trouble={trouble} hasProblems={problems.length > 0}>
        <button type="button" class="button" onClick={onDiscard}>
          {discardWords}
        </button>
      </FormFoot>
    </form>
  );
}

function isSameForms(a: NewName, b: NewName): boolean {
  return [a.label, ...a.aliases].join('\n') === [b.label, ...b.aliases].join('\n');
}
