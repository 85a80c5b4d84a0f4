import { markStyle } from '../../lib/core/settings/mark-style';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/core/settings/settings';
import type { CommandKeys, SettingsApi, StartSample } from '../../lib/ui/settings/settings-api';
import type { WelcomeApi } from '../../lib/ui/welcome/welcome-api';
import { sampleSyncApi } from './sample-sync';

const commands: readonly CommandKeys[] = [
  { name: '_execute_action', keys: '' },
  { name: 'toggle-site', keys: 'Alt+Shift+G' },
  { name: 'next-mention', keys: 'Alt+Shift+J' },
  { name: 'previous-mention', keys: 'Alt+Shift+K' },
];

/** As mark-style.ts names it. */
const MENTIONS = 'glossator-mention';

const nothing = () => {};
const watchNothing = () => nothing;

/** Marks a few names as the extension does, by the words alone. */
function paintSample({ look }: Settings): StartSample {
  return (element, onMarked) => {
    const style = new CSSStyleSheet();
    style.replaceSync(markStyle(look));
    document.adoptedStyleSheets = [style];
    const ranges = [...element.querySelectorAll('p')].flatMap(rangesOfNames);
    CSS.highlights.set(MENTIONS, new Highlight(...ranges));
    onMarked(ranges.length);
    return () => {
      CSS.highlights.delete(MENTIONS);
      document.adoptedStyleSheets = [];
    };
  };
}

const NAMES = /Ant Group|Jack Ma|Alibaba|Alipay|Reuters|Didi|蚂蚁集团|螞蟻集團|马云|馬雲|마윈/g;

function rangesOfNames(paragraph: HTMLParagraphElement): Range[] {
  const [text] = paragraph.childNodes;
  if (!(text instanceof Text)) return [];
  return [...text.data.matchAll(NAMES)].map(({ index, 0: name }) => {
    const range = new Range();
    range.setStart(text, index);
    range.setEnd(text, index + name.length);
    return range;
  });
}

/** Settings as they are on the first day, as far as `parts` does not say otherwise. */
export function sampleSettingsApi(
  settings: Partial<Settings> = {},
  parts: Partial<SettingsApi> = {},
): SettingsApi {
  const all = { ...DEFAULT_SETTINGS, ...settings };
  return {
    readSettings: async () => all,
    watchSettings: watchNothing,
    writeSettings: async () => {},
    readSwitches: async () => ({ default: 'on', sites: {} }),
    watchSwitches: watchNothing,
    setSiteChoice: async () => {},
    setDefaultSwitch: async () => {},
    readMutes: async () => [],
    watchMutes: watchNothing,
    forgetMute: async () => {},
    restoreMute: async () => {},
    labelsOf: async (keys) =>
      new Map(keys.map((key) => [key, key === 'china-tech/ant-group' ? 'Ant Group' : key])),
    readCommands: async () => commands,
    changeKeys: async () => {},
    countRecent: async () => 7,
    clearRecent: async () => {},
    getPacks: async () => [
      {
        id: 'china-tech',
        version: '1.0.0',
        title: 'China’s technology crackdown, 2020–2022',
        license: 'CC-BY-4.0',
        entities: 183,
        claims: 432,
        sources: 5,
      },
    ],
    getFactBase: async () => ({ state: 'ready', entities: 183, claims: 432, sources: 5 }),
    rebuildFactBase: async () => ({ state: 'ready', entities: 183, claims: 432, sources: 5 }),
    sync: sampleSyncApi(),
    annotate: paintSample(all),
    version: '0.1.0',
    libraryUrl: '#',
    welcomeUrl: '#',
    ...parts,
  };
}

export function sampleWelcomeApi(parts: Partial<WelcomeApi> = {}): WelcomeApi {
  return {
    annotate: paintSample(DEFAULT_SETTINGS),
    hasAccess: async () => true,
    requestAccess: async () => true,
    readCommands: async () => commands,
    openSettings: nothing,
    libraryUrl: '#',
    ...parts,
  };
}
