/**
 * What readers type and whom they mean by it. Ids are those of the bundled pack, so that the same
 * table can be asked of the compiled pack; `of` of the sample rows beside it.
 */
export interface SampleQuery {
  readonly query: string;
  /** Ids of entities or claims, any of which is an answer. */
  readonly finds: readonly string[];
  /** An answer stands among this many first hits. */
  readonly within: number;
}

const FIRST = 1;
const AMONG_THREE = 3;

const named = (within: number, id: string, ...queries: string[]): SampleQuery[] =>
  queries.map((query) => ({ query, finds: [id], within }));

export const SAMPLE_QUERIES: readonly SampleQuery[] = [
  // As written, in any case, and while it is still being typed.
  ...named(FIRST, 'jack-ma', 'Jack Ma', 'jack ma', 'JACK MA', 'Ma Yun', '  ma   yun '),
  ...named(FIRST, 'alibaba', 'alibaba', 'aliba', 'alibaba group'),
  ...named(FIRST, 'didi', 'didi', 'drip'),
  ...named(AMONG_THREE, 'xi-jinping', 'xi', 'xi j', 'jinping'),
  ...named(AMONG_THREE, 'jack-ma', 'ma', 'jack'),
  // Misspelt.
  ...named(AMONG_THREE, 'alibaba', 'Ali Baba grup', 'alibabba', 'alibab group'),
  ...named(AMONG_THREE, 'xi-jinping', 'Xi Jingping', 'xi jinpin', 'xijinping'),
  ...named(AMONG_THREE, 'tencent', 'Tencet', 'tensent', 'ten cent'),
  ...named(AMONG_THREE, 'huawei', 'huawai', 'hauwei'),
  ...named(AMONG_THREE, 'bytedance', 'byte dance', 'bytedence'),
  ...named(AMONG_THREE, 'ren-zhengfei', 'ren zhenfei', 'zhengfei ren', 'renzhengfei'),
  // Chinese, simplified and traditional, and Korean.
  ...named(AMONG_THREE, 'jack-ma', '马云', '馬雲', '马', '마윈'),
  ...named(AMONG_THREE, 'ant-group', '蚂蚁', '螞蟻集團', '앤트그룹'),
  ...named(AMONG_THREE, 'alibaba', '阿里巴巴', '알리바바', '알리바'),
  ...named(AMONG_THREE, 'xi-jinping', '习近平', '習近平', '시진핑'),
  // Pinyin, with and without spaces.
  ...named(AMONG_THREE, 'ant-group', 'mayi jituan', 'ma yi ji tuan', 'mayijituan'),
  ...named(AMONG_THREE, 'jack-ma', 'ma yun', 'mayun'),
  // Topics.
  ...named(AMONG_THREE, 'ant-ipo', 'ant ipo', 'ipo suspended', 'ant listing'),
  ...named(AMONG_THREE, 'digital-yuan', 'digital yuan', 'digitl yuan', 'yuan digital'),
  ...named(
    AMONG_THREE,
    'personal-information-protection-law',
    'personal data law',
    'personal information protection',
  ),
  ...named(AMONG_THREE, 'choose-one-of-two', 'choose one of two', '二选一'),
  // Words of a claim that are in no name, in any order.
  { query: '880 million', finds: ['alibaba-data-880-million'], within: AMONG_THREE },
  { query: 'data 880 million customers', finds: ['alibaba-data-880-million'], within: AMONG_THREE },
];

/** Asked of the sample rows only: the bundled pack may come to know an answer. */
export const QUERIES_WITHOUT_ANSWER: readonly string[] = [
  '',
  '   ',
  '?!…',
  'zzzzqqqq',
  '🙂',
  '990 million',
];
