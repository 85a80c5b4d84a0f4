import type { Entity } from '../core/facts/pack-schema';

/** The name as it is written where it comes from. */
export function NativeLabels({ labels }: { labels: Entity['nativeLabels'] }) {
  if (labels.length === 0) return null;
  return (
    <p class="natives">
      {labels.map(({ lang, text }) => (
        <span key={lang} lang={lang} dir="auto">
          {text}
        </span>
      ))}
    </p>
  );
}
