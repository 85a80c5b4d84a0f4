/**
 * Colours by which readers tell packs apart. Only names are stored: each surface has its own shades
 * of them (`--pack-…` in assets/styles/tokens.css), so that they can be seen in every scheme.
 */
import * as v from 'valibot';

export const PACK_COLOURS = [
  'red',
  'orange',
  'yellow',
  'green',
  'teal',
  'blue',
  'purple',
  'grey',
] as const;
export type PackColour = (typeof PACK_COLOURS)[number];

export const PackColourSchema = v.picklist(PACK_COLOURS);

/** As stored or saved: one that this version does not know is none, and costs nothing else. */
export const StoredPackColourSchema = v.fallback(v.nullable(PackColourSchema), null);
