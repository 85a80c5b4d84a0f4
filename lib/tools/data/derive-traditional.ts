/** Traditional Chinese forms of simplified names, as Taiwan and Hong Kong write them. */
import { Converter } from 'opencc-js/cn2t';

const toTaiwan = Converter({ from: 'cn', to: 'tw' });
/** With Taiwan's own words: 网络 becomes 網路, not 網絡. */
const toTaiwanWords = Converter({ from: 'cn', to: 'twp' });
const toHongKong = Converter({ from: 'cn', to: 'hk' });

/** All that differ from the name as given; the most common form first. */
export function deriveTraditional(simplified: string): string[] {
  const forms = [toTaiwan(simplified), toHongKong(simplified), toTaiwanWords(simplified)];
  return [...new Set(forms)].filter((form) => form !== simplified);
}
