import type { PackIdentity } from '../../lib/storage/seed';

export interface BundledPack extends PackIdentity {
  /** Path of the compiled pack inside the built extension. */
  readonly file: string;
}

/** Put in by the build, which compiles the packs. */
declare const __BUNDLED_PACKS__: readonly BundledPack[];

export const BUNDLED_PACKS: readonly BundledPack[] = __BUNDLED_PACKS__;
