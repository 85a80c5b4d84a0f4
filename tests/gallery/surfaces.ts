/** The pages that components stand on: their style sheets and what is outside the component. */

/** Paths below assets/styles without their endings. */
export const STYLE_SHEETS = [
  'tokens',
  'card',
  'popover',
  'drift',
  'popup',
  'library/frame',
  'library/lists',
  'library/timeline',
  'library/connections',
  'library/source',
  'library/adapt',
  'pages',
  'clip',
  'packs',
] as const;
export type StyleSheet = (typeof STYLE_SHEETS)[number];

export interface Surface {
  readonly title: string;
  readonly sheets: readonly StyleSheet[];
  readonly bodyClass: string;
  /** In px: as narrow as readers have it, and wide. */
  readonly widths: readonly [number, ...number[]];
  readonly rootId: string;
  /** What axe looks at: a card is a part of somebody else's page. */
  readonly axeOn: string;
}

export const SURFACES = {
  card: {
    title: 'Card on a page',
    sheets: ['tokens', 'card', 'popover'],
    bodyClass: 'gallery-page',
    widths: [320, 900],
    rootId: 'page',
    axeOn: '.popover',
  },
  popup: {
    title: 'Popup',
    sheets: ['tokens', 'card', 'drift', 'popup'],
    bodyClass: 'glossator',
    // Browsers make the window as wide as its content.
    widths: [400],
    rootId: 'popup',
    axeOn: 'html',
  },
  side: {
    title: 'Side panel',
    sheets: ['tokens', 'card', 'drift', 'popup'],
    bodyClass: 'glossator side',
    widths: [320, 900],
    rootId: 'panel',
    axeOn: 'html',
  },
  library: {
    title: 'Library',
    sheets: [
      'tokens',
      'card',
      'library/frame',
      'library/lists',
      'library/timeline',
      'library/connections',
      'library/source',
      'library/adapt',
    ],
    bodyClass: 'glossator library',
    widths: [320, 900],
    rootId: 'library',
    axeOn: 'html',
  },
  options: {
    title: 'Settings',
    sheets: ['tokens', 'card', 'pages'],
    bodyClass: 'glossator pages',
    widths: [320, 900],
    rootId: 'options',
    axeOn: 'html',
  },
  clip: {
    title: 'Clippings and own facts',
    sheets: ['tokens', 'card', 'drift', 'pages', 'clip'],
    bodyClass: 'glossator pages clip-page',
    widths: [320, 900],
    rootId: 'clip',
    axeOn: 'html',
  },
  welcome: {
    title: 'Welcome',
    sheets: ['tokens', 'card', 'pages'],
    bodyClass: 'glossator pages',
    widths: [320, 900],
    rootId: 'welcome',
    axeOn: 'html',
  },
  packs: {
    title: 'Packs',
    sheets: ['tokens', 'card', 'pages', 'packs'],
    bodyClass: 'glossator pages packs-page',
    widths: [320, 900],
    rootId: 'packs',
    axeOn: 'html',
  },
} as const satisfies Record<string, Surface>;

export type SurfaceName = keyof typeof SURFACES;
