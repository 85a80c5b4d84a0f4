import { useEffect, useRef, useState } from 'preact/hooks';
import type { Saved } from '../../core/clipping/clip-schema';
import type { ImportProblem } from '../../core/packs/import-problem';

/** What keeps a form from being saved: something to decide first, or that it did not work. */
type SavingTrouble = 'undecided' | 'failed' | null;

const TO_MEND = '[aria-invalid="true"], .name-twins button';

/** Saves, and leads to the first field with something wrong. `settled`: whether it may be saved. */
export function useSaving(
  save: () => Promise<Saved>,
  settled: () => Promise<boolean> = () => Promise.resolve(true),
) {
  const element = useRef<HTMLFormElement>(null);
  const [problems, setProblems] = useState<readonly ImportProblem[]>([]);
  const [trouble, setTrouble] = useState<SavingTrouble>(null);
  const [isSaving, setSaving] = useState(false);
  useEffect(() => {
    if (problems.length === 0 && trouble !== 'undecided') return;
    element.current?.querySelector<HTMLElement>(TO_MEND)?.focus();
  }, [problems, trouble]);

  async function perform(): Promise<void> {
    if (!(await settled())) {
      setProblems([]);
      setTrouble('undecided');
      return;
    }
    const saved = await save();
    setProblems(saved.ok ? [] : saved.problems);
  }

  function submit(): void {
    if (isSaving) return;
    setSaving(true);
    setTrouble(null);
    perform()
      .catch(() => setTrouble('failed'))
      .finally(() => setSaving(false));
  }
  return { problems, trouble, isSaving, element, submit };
}

export type Saving = ReturnType<typeof useSaving>;
