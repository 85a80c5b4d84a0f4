import type { PackColour } from '../core/settings/pack-colour';

export interface PackNameProps {
  readonly title: string;
  /** Null where the reader has chosen none. */
  readonly colour: PackColour | null;
}

/** A pack's title behind the dot of its colour. */
export function PackName({ title, colour }: PackNameProps) {
  return (
    <span class="pack-name">
      <PackDot colour={colour} />
      <bdi>{title}</bdi>
    </span>
  );
}

/** The dot alone, for sentences that say the title themselves. It says nothing by itself. */
export function PackDot({ colour }: Pick<PackNameProps, 'colour'>) {
  if (colour === null) return null;
  return <span class="pack-dot" data-colour={colour} aria-hidden="true" />;
}
