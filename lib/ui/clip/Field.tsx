import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** What a control is given to be named and explained. */
export interface ControlIds {
  readonly id: string;
  readonly 'aria-describedby': string;
  readonly 'aria-invalid': boolean;
}

export interface FieldProps {
  readonly label: string;
  readonly help?: string;
  /** What is wrong with it; empty where nothing is. */
  readonly problem?: string;
  readonly children: (ids: ControlIds) => ComponentChildren;
}

/** A control with its name, its help, and what is wrong with it beside it. */
export function Field({ label, help = '', problem = '', children }: FieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({
        id,
        'aria-describedby': `${id}-problem ${id}-help`,
        'aria-invalid': problem !== '',
      })}
      <p id={`${id}-problem`} class="problem" aria-live="polite">
        {problem}
      </p>
      <p id={`${id}-help`} class="help">
        {help}
      </p>
    </div>
  );
}

export interface TextFieldProps extends Omit<FieldProps, 'children'> {
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** More than one: as a field of so many lines. */
  readonly rows?: number;
  readonly lang?: string | undefined;
}

export function TextField({ value, onValue, rows = 1, lang, ...field }: TextFieldProps) {
  return (
    <Field {...field}>
      {(ids) =>
        rows > 1 ? (
          <textarea
            {...ids}
            rows={rows}
            dir="auto"
            lang={lang}
            value={value}
            onInput={(event) => onValue(event.currentTarget.value)}
          />
        ) : (
          <input
            {...ids}
            type="text"
            dir="auto"
            lang={lang}
            autocomplete="off"
            value={value}
            onInput={(event) => onValue(event.currentTarget.value)}
          />
        )
      }
    </Field>
  );
}
