import type { ComponentChildren } from 'preact';

export interface ChoicesProps<T extends string> {
  /** The group's name in the form; must be its own on the page. */
  readonly name: string;
  readonly legend: ComponentChildren;
  /** The legend is spoken only, where the words beside it say the same. */
  readonly quietLegend?: boolean;
  readonly options: readonly { readonly value: T; readonly label: ComponentChildren }[];
  readonly chosen: T;
  readonly onChange: (value: T) => void;
  readonly help?: string;
}

/** One of several, all of them to be seen. */
export function Choices<T extends string>(props: ChoicesProps<T>) {
  const { name, legend, quietLegend, options, chosen, onChange, help } = props;
  const helpId = help === undefined ? undefined : `${name}-help`;
  return (
    <fieldset class="choice-group" aria-describedby={helpId}>
      <legend class={quietLegend ? 'spoken' : undefined}>{legend}</legend>
      <div class="choice-list">
        {options.map(({ value, label }) => (
          <label key={value} class="choice">
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === chosen}
              onChange={() => onChange(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
      {help !== undefined && (
        <p class="help" id={helpId}>
          {help}
        </p>
      )}
    </fieldset>
  );
}
