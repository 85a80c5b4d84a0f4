import { createContext } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ChosenEntity, NewName } from '../../core/clipping/clip-form';
import type { NameTwin } from '../../core/clipping/clip-schema';

/** Names of a form that are known already, and what the reader has said to it. */
export interface NameTwins {
  /** Those of a name about which the reader has not decided. */
  readonly of: (name: NewName) => readonly NameTwin[];
  /** The reader makes the name all the same. */
  readonly keep: (name: NewName) => void;
  /** Looks once more, before saving; false where something is left to decide. */
  readonly settled: () => Promise<boolean>;
}

/** Null where a form makes no names. */
export const NameTwinsContext = createContext<NameTwins | null>(null);

export type FindTwins = (forms: readonly string[]) => Promise<readonly NameTwin[]>;

/** Rests until the reader pauses. */
const PAUSE_MS = 250;

/** For the new names of a form, as they are written now. */
export function useNameTwins(find: FindTwins, names: readonly NewName[]): NameTwins {
  const [found, setFound] = useState<readonly NameTwin[]>([]);
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const forms = [...new Set(names.flatMap(formsOf))];
  const asked = forms.join('\n');
  useEffect(() => {
    if (asked === '') return;
    let isOutdated = false;
    const timer = setTimeout(() => {
      find(forms).then(
        (twins) => !isOutdated && setFound(twins),
        () => {},
      );
    }, PAUSE_MS);
    return () => {
      isOutdated = true;
      clearTimeout(timer);
    };
  }, [asked]);

  const openOf = (name: NewName, twins: readonly NameTwin[]): NameTwin[] => {
    const own = formsOf(name);
    return twins.filter((twin) => own.includes(twin.form) && !kept.has(decisionOf(twin)));
  };
  return {
    // What was found for other words is of no use where nothing is asked any more.
    of: (name) => (asked === '' ? [] : openOf(name, found)),
    keep(name) {
      setKept((before) => new Set([...before, ...openOf(name, found).map(decisionOf)]));
    },
    async settled() {
      if (forms.length === 0) return true;
      try {
        const twins = await find(forms);
        setFound(twins);
        return names.every((name) => openOf(name, twins).length === 0);
      } catch {
        // Who cannot be warned can still save; the names stay two.
        return true;
      }
    },
  };
}

export function newNamesOf(chosen: readonly (ChosenEntity | null)[]): NewName[] {
  return chosen.flatMap((one) => (one?.type === 'new' ? [one] : []));
}

function formsOf({ label, aliases }: NewName): string[] {
  return [label, ...aliases].map((form) => form.trim()).filter((form) => form !== '');
}

function decisionOf({ form, key }: NameTwin): string {
  return `${form}\n${key}`;
}
