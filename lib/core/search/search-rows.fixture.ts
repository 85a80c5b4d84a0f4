/** A small fact base for the tests of search; ids and names as in the bundled pack. */
import type { Alias, Claim, Entity } from '../facts/pack-schema';
import type { SearchRows } from './search-documents';

const PACK = 'china-tech';

const alias = (text: string): Alias => ({
  text,
  lang: 'und',
  strength: 'strong',
  case: 'any',
  basis: 'editorial',
});

function entity(
  id: string,
  kind: Entity['kind'],
  label: string,
  native: string,
  aliases: readonly string[],
  summary = '',
): Entity {
  return {
    id,
    kind,
    label,
    labelBasis: 'source',
    nativeLabels: native === '' ? [] : [{ text: native, lang: 'zh-Hans', basis: 'editorial' }],
    summary: summary === '' ? [] : [{ text: summary, basis: 'editorial' }],
    aliases: [label, ...aliases].map(alias),
  };
}

function claim(id: string, text: string, entities: string[], excerpt = 'words'): Claim {
  return {
    id,
    kind: 'statement',
    text,
    entities,
    speaker: { type: 'source' },
    notes: [],
    conflictsWith: [],
    evidence: [
      { source: 'one', exact: excerpt, prefix: '', suffix: '', start: 0, end: excerpt.length },
    ],
  };
}

const ENTITIES: readonly Entity[] = [
  entity(
    'jack-ma',
    'person',
    'Jack Ma',
    '马云',
    ['Ma Yun', 'Ma', '馬雲', '마윈', 'ma yun'],
    'Founder of Alibaba.',
  ),
  entity('pony-ma', 'person', 'Pony Ma', '马化腾', ['Ma Huateng', 'Ma', '馬化騰', 'ma hua teng']),
  entity('xi-jinping', 'person', 'Xi Jinping', '习近平', ['Xi', 'Jinping', '習近平', '시진핑']),
  entity('xu-lin', 'person', 'Xu Lin', '徐麟', ['쉬린', 'xu lin']),
  entity('ren-zhengfei', 'person', 'Ren Zhengfei', '任正非', ['ren zheng fei', '런정페이']),
  entity('alibaba', 'organisation', 'Alibaba', '阿里巴巴', [
    'Alibaba Group',
    'Alibaba Kingdom',
    '알리바바',
    'a li ba ba',
  ]),
  entity('ant-group', 'organisation', 'Ant Group', '蚂蚁集团', [
    'Ant',
    'Ant Financial',
    '蚂蚁',
    '螞蟻集團',
    '앤트그룹',
    'ma yi ji tuan',
    'ma yi',
  ]),
  entity('tencent', 'organisation', 'Tencent', '腾讯', ['騰訊', '텐센트', 'teng xun']),
  entity('huawei', 'organisation', 'Huawei', '华为', ['華為', '화웨이', 'hua wei']),
  entity('didi', 'organisation', 'Didi', '滴滴', ['Drip', 'Didi Chuxing', 'di di']),
  entity('bytedance', 'organisation', 'ByteDance', '字节跳动', ['Byte Dance', '바이트댄스']),
  entity('cac', 'public-body', 'Cyberspace Administration of China', '国家互联网信息办公室', [
    'CAC',
    'Internet Information Office',
  ]),
  entity(
    'ant-ipo',
    'event',
    'Ant Group’s suspended IPO',
    '蚂蚁集团暂缓上市',
    ['Ant IPO', 'suspended IPO', 'Ant’s listing', '蚂蚁上市'],
    'Two days before trading was to begin, the exchanges stopped the listing.',
  ),
  entity('digital-yuan', 'product', 'digital yuan', '数字人民币', ['e-CNY', 'digital renminbi']),
  entity('digital-economy', 'concept', 'digital economy', '数字经济', ['data economy']),
  entity(
    'personal-information-protection-law',
    'law',
    'Personal Information Protection Law',
    '个人信息保护法',
    ['PIPL', 'personal data law', 'privacy law'],
  ),
  entity('choose-one-of-two', 'concept', 'choose one of two', '二选一', ['pick one of two']),
];

const CLAIMS: readonly Claim[] = [
  claim(
    'alibaba-data-880-million',
    'Alibaba holds data on 880 million customers.',
    ['alibaba', 'jack-ma'],
    'big data of 880 million customers',
  ),
  claim('ma-data-on-900-million', 'Ma has built up big data on 900 million people.', ['jack-ma']),
  claim('ant-ipo-stopped', 'Stopping the listing risked alarm among investors.', [
    'ant-ipo',
    'ant-group',
  ]),
  claim('alibaba-two-choices', 'Merchants had to sell on one platform only.', [
    'choose-one-of-two',
    'alibaba',
  ]),
  claim('didi-review', 'Officials moved into the company for a review.', ['didi', 'cac']),
  claim('xu-lin-head', 'He heads the office that watches over the internet.', ['xu-lin', 'cac']),
];

const key = (id: string): string => `${PACK}/${id}`;

export const SEARCH_ROWS: SearchRows = {
  entities: ENTITIES.map((e) => ({ key: key(e.id), entity: e })),
  claims: CLAIMS.map((c) => ({ key: key(c.id), claim: c })),
};
