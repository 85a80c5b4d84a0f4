import { commandName } from './command-names';
import type { CommandKeys } from './settings-api';

export interface CommandListProps {
  readonly commands: readonly CommandKeys[];
  /** Stands where a command has no keys. */
  readonly unset: string;
}

export function CommandList({ commands, unset }: CommandListProps) {
  return (
    <dl class="commands">
      {commands.map(({ name, keys }) => (
        <div key={name}>
          <dt>{commandName(name)}</dt>
          <dd>{keys === '' ? <span class="help">{unset}</span> : <kbd>{keys}</kbd>}</dd>
        </div>
      ))}
    </dl>
  );
}
