import type { VNode } from 'preact';
import type { SurfaceName } from './surfaces';

/** One state of a component, to be looked at and pictured. */
export interface GalleryState {
  /** In addresses and names of pictures. */
  readonly id: string;
  /** What a person looks for in it. */
  readonly title: string;
  readonly surface: SurfaceName;
  /** The page's address from the `#` on, where the component reads it. */
  readonly hash?: string;
  /** Called anew each time; may first prepare what the component asks for. */
  readonly draw: () => VNode | Promise<VNode>;
  /** What axe looks at where the rest is hundreds of the same. */
  readonly axeOn?: string;
  /** What a reader does to get there. */
  readonly act?: (root: HTMLElement) => void | Promise<void>;
}
