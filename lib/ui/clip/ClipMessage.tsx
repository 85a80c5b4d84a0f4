import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export interface ClipMessageProps {
  readonly title: string;
  readonly words?: string;
  readonly children?: ComponentChildren;
}

/** Words in the place of a form; the focus comes here, since what had it is gone. */
export function ClipMessage({ title, words, children }: ClipMessageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    document.title = title;
  }, [title]);
  return (
    <section class="clip-message">
      <h1 tabIndex={-1} ref={heading}>
        {title}
      </h1>
      {words !== undefined && <p>{words}</p>}
      <div class="form-line">{children}</div>
    </section>
  );
}
