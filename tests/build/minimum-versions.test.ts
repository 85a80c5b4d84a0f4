/**
 * The oldest browsers that the manifests declare have everything that is used without another
 * way. What has one is not listed: `scheduler.yield`, `URL.parse`, `location.ancestorOrigins`.
 */
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import wxtConfig from '../../wxt.config';

interface Compat {
  readonly __compat?: {
    readonly support: Readonly<Record<string, SupportStatement | readonly SupportStatement[]>>;
  };
  readonly [key: string]: unknown;
}
interface SupportStatement {
  readonly version_added: string | false;
  readonly partial_implementation?: boolean;
  readonly notes?: string | readonly string[];
}

const data = createRequire(import.meta.url)('@mdn/browser-compat-data') as Compat;

/** Paths in the compatibility data, and where it matters the versions that have all that we use. */
const USED: readonly {
  readonly what: string;
  readonly path: string;
  readonly least?: { readonly chrome: number; readonly firefox: number };
}[] = [
  { what: 'marks', path: 'api.Highlight' },
  // Firefox paints underlines in highlights only since 146.
  {
    what: 'the look of marks',
    path: 'css.selectors.highlight',
    least: { chrome: 105, firefox: 146 },
  },
  { what: 'the popover', path: 'html.global_attributes.popover' },
  { what: 'visible mentions', path: 'api.Element.checkVisibility' },
  { what: 'stopping', path: 'api.AbortSignal.any_static' },
  { what: 'styles in the shadow root', path: 'api.Document.adoptedStyleSheets' },
  { what: 'cutting of Chinese words', path: 'javascript.builtins.Intl.Segmenter' },
  { what: 'colours for light and dark', path: 'css.types.color.color-mix' },
  {
    what: 'frames of their own text',
    path: 'webextensions.manifest.content_scripts.match_origin_as_fallback',
  },
  { what: 'the popover’s code', path: 'webextensions.api.scripting.executeScript' },
  { what: 'switches of private windows', path: 'webextensions.api.storage.session' },
];

const manifest = (browser: 'chrome' | 'firefox') => {
  if (typeof wxtConfig.manifest !== 'function') throw new Error('the manifest is a function');
  return wxtConfig.manifest({
    browser,
    command: 'build',
    manifestVersion: 3,
    mode: 'production',
  }) as {
    minimum_chrome_version?: string;
    browser_specific_settings?: { gecko?: { strict_min_version?: string } };
  };
};

const declared = {
  chrome: Number(manifest('chrome').minimum_chrome_version),
  firefox: Number.parseFloat(
    manifest('firefox').browser_specific_settings?.gecko?.strict_min_version ?? '',
  ),
};

function addedIn(path: string, browser: 'chrome' | 'firefox'): number {
  const entry = path.split('.').reduce<Compat | undefined>((at, key) => at?.[key] as Compat, data);
  const support = entry?.__compat?.support[browser];
  if (support === undefined) throw new Error(`no data for ${path} in ${browser}`);
  const statements = Array.isArray(support) ? support : [support as SupportStatement];
  return Math.min(...statements.map((one) => Number.parseFloat(String(one.version_added))));
}

describe.each(['chrome', 'firefox'] as const)('%s', (browser) => {
  test.each(USED)('$what ($path)', ({ path, least }) => {
    expect(declared[browser]).toBeGreaterThanOrEqual(least?.[browser] ?? addedIn(path, browser));
  });
});
