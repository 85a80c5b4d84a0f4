/** What people type, asked of the fact base that is shipped. */
import { describe, expect, test } from 'vitest';
import { idOfKey } from '../core/facts/keys';
import { createSearch } from '../core/search/create-search';
import { bundledDocuments } from './data/bundled-documents';

/** An answer stands among this many first hits. */
const WITHIN = 3;
/** One frame at 60 Hz. */
const MAX_KEYSTROKE_MS = 16;

const search = createSearch(bundledDocuments());

/** Words and the ids, of entities or claims, any of which is an answer. */
const QUERIES: readonly (readonly [query: string, ...finds: string[]])[] = [
  // As written, shortened, while still being typed.
  ['Jack Ma', 'jack-ma'],
  ['jack', 'jack-ma'],
  ['ma yun', 'jack-ma'],
  ['ant group', 'ant-group'],
  ['ant fin', 'ant-group'],
  ['alibab', 'alibaba'],
  ['tence', 'tencent'],
  ['didi', 'didi'],
  ['xu lin', 'xu-lin'],
  ['pony', 'pony-ma'],
  ['ren zhengfei', 'ren-zhengfei'],
  ['zhengfei ren', 'ren-zhengfei'],
  ['lei jun', 'lei-jun'],
  ['wang qishan', 'wang-qishan'],
  ['webster', 'graham-webster'],
  ['natkin', 'mark-natkin'],
  ['trump', 'donald-trump'],
  ['politburo', 'politburo', 'politburo-meeting-2020-12', 'politburo-meeting-2022-04'],
  ['bytedance', 'bytedance', 'beijing-bytedance'],
  ['scmp', 'scmp'],
  ['wsj', 'wall-street-journal'],
  ['pboc', 'pboc'],
  ['cac', 'cac'],
  ['samr', 'samr'],
  // Misspelt.
  ['Ali Baba grup', 'alibaba'],
  ['alibabba', 'alibaba'],
  ['Xi Jingping', 'xi-jinping'],
  ['xijinping', 'xi-jinping'],
  ['Tencet', 'tencent'],
  ['huwei', 'huawei'],
  ['byte dance', 'bytedance'],
  ['bytedence', 'bytedance'],
  ['ant finacial', 'ant-group'],
  ['wecaht pay', 'wechat-pay'],
  ['li keqing', 'li-keqiang'],
  ['douyinn', 'douyin'],
  // As garbled in the sources.
  ['drip', 'didi'],
  ['tennessee holdings', 'tencent'],
  ['transchem', 'transfar-group'],
  ['ticketok', 'tiktok'],
  ['marwin', 'jack-ma'],
  ['lee sun-il', 'choose-one-of-two'],
  ['double cycle', 'dual-circulation'],
  ['balance of money', 'yuebao', 'ant-product-yuebao'],
  // Chinese, simplified and traditional; Korean; pinyin.
  ['马云', 'jack-ma'],
  ['馬雲', 'jack-ma'],
  ['蚂蚁', 'ant-group'],
  ['螞蟻集團', 'ant-group'],
  ['阿里巴巴', 'alibaba'],
  ['滴滴', 'didi'],
  ['网信办', 'cac'],
  ['二选一', 'choose-one-of-two'],
  ['双循环', 'dual-circulation'],
  ['数字人民币', 'digital-yuan'],
  ['마윈', 'jack-ma'],
  ['앤트그룹', 'ant-group'],
  ['알리바바', 'alibaba'],
  ['시진핑', 'xi-jinping'],
  ['mayi jituan', 'ant-group'],
  ['ma yi ji tuan', 'ant-group'],
  ['xi jin ping', 'xi-jinping'],
  ['zhi fu bao', 'alipay'],
  // Topics.
  ['digital yuan', 'digital-yuan'],
  ['e-cny', 'digital-yuan'],
  ['ant ipo', 'ant-ipo'],
  ['personal data law', 'personal-information-protection-law'],
  ['choose one of two', 'choose-one-of-two'],
  ['golden share', 'golden-share'],
  ['tech crackdown', 'tech-crackdown'],
  ['bund summit', 'bund-summit-2020'],
  ['pawnshop', 'pawnshop-mentality', 'ma-banks-like-pawnshops'],
  ['united front', 'united-front'],
  ['national security law hong kong', 'hong-kong-security-law'],
  ['executive order apps', 'us-app-order', 'eight-chinese-apps'],
  ['shanghai faction', 'shanghai-faction'],
  ['wolf warrior', 'wolf-warrior-diplomacy'],
  // Words of claims.
  ['500,000 yuan fine', 'alibaba-fined-500000-yuan', 'alibaba-merger-fine'],
  ['35 billion offering', 'beijing-brought-down-ant-offering', 'ant-ipo'],
  ['880 million', 'alibaba-data-880-million'],
  ['5.5 percent', 'gdp-target-2022-around-5-5', 'gdp-target'],
];

describe('the bundled facts answer what people type', () => {
  test.each(QUERIES.map(([query, ...finds]) => [query, finds.join(' or '), finds] as const))(
    '“%s” → %s',
    (query, _wanted, finds) => {
      const first = search(query, WITHIN).map((hit) =>
        idOfKey(hit.kind === 'entity' ? hit.entity : hit.claim),
      );
      expect(
        finds.some((id) => first.includes(id)),
        `found ${first.join(', ')}`,
      ).toBe(true);
    },
  );
});

test('a keystroke is answered within a frame', () => {
  const times: number[] = [];
  for (const [query] of QUERIES) {
    for (let length = 1; length <= query.length; length++) {
      const begun = performance.now();
      search(query.slice(0, length), 20);
      times.push(performance.now() - begun);
    }
  }
  times.sort((a, b) => a - b);
  const p95 = times[Math.floor(times.length * 0.95)] ?? 0;
  console.log(
    `${times.length} keystrokes: median ${times[times.length >> 1]?.toFixed(1)} ms, 95th percentile ${p95.toFixed(1)} ms`,
  );
  expect(p95).toBeLessThan(MAX_KEYSTROKE_MS);
});
