import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { locale } from '../message';
import type { StartSample } from './settings-api';

export interface SampleProps {
  readonly annotate: StartSample;
  /** Said where no name is marked. */
  readonly empty: string;
  readonly children: ComponentChildren;
}

/** A text whose names are marked and explained as in any page. */
export function Sample({ annotate, empty, children }: SampleProps) {
  const text = useRef<HTMLDivElement>(null);
  const [count, setCount] = useState<number | null>(null);
  const language = locale();
  // Another language has other words, so what was marked in the old ones has to go.
  useEffect(
    () => (text.current ? annotate(text.current, setCount) : undefined),
    [annotate, language],
  );
  return (
    <>
      <div class="sample" ref={text} lang={language}>
        {children}
      </div>
      <p class="help" role="status">
        {count === 0 ? empty : ''}
      </p>
    </>
  );
}
