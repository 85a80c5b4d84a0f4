import { describe, expect, test } from 'vitest';
import type { ImportEvent } from './import-event';
import { gatherImport, importFacts } from './import-facts';
import { READER_OPTIONS } from './reader-options.fixture';
import { chunksOfStream } from './text-chunks';

const read = (text: string | Uint8Array) => gatherImport([text] as string[], READER_OPTIONS);

const namesIn = async (text: string | Uint8Array): Promise<string[]> => {
  const { pack, failure, refused } = await read(text);
  expect({ failure, refused }).toEqual({ failure: null, refused: [] });
  return (pack?.entities ?? []).map(({ label, aliases }) =>
    [label, ...aliases.map((alias) => `${alias.strength}:${alias.text}`)].join(' '),
  );
};

const utf16 = (text: string, isBig: boolean): Uint8Array => {
  const units = [0xfeff, ...[...text].map((char) => char.charCodeAt(0))];
  return Uint8Array.from(
    units.flatMap((unit) => (isBig ? [unit >> 8, unit & 0xff] : [unit & 0xff, unit >> 8])),
  );
};

describe('glossaries', () => {
  const ada = 'Ada Holm strong:Ada Holm weak:Holm';
  test.each<[string, string | Uint8Array, string[]]>([
    ['commas', 'name,type,aliases,definition\nAda Holm,person,Holm,Mayor\n', [ada]],
    ['semicolons', 'Name;Type;Aliases\nAda Holm;Person;Holm\n', [ada]],
    ['tabulators', 'term\tcategory\tsynonyms\nAda Holm\tperson\tHolm', [ada]],
    ['quoted', '"name","type","aliases"\r\n"Ada Holm","person","Holm"\r\n', [ada]],
    ['a byte-order mark', '\ufeffname,type,aliases\nAda Holm,person,Holm\n', [ada]],
    ['UTF-16, little', utf16('name,type,aliases\nAda Holm,person,Holm\n', false), [ada]],
    ['UTF-16, big', utf16('name,type,aliases\nAda Holm,person,Holm\n', true), [ada]],
    ['old line ends', 'name,type,aliases\rAda Holm,person,Holm\r', [ada]],
    ['blank lines', 'name,type,aliases\n\nAda Holm,person,Holm\n\n\n', [ada]],
    [
      'several aliases',
      'name,type,aliases\nAda Holm,person,Holm;A. Holm\n',
      [`${ada} weak:A. Holm`],
    ],
    [
      'no headings',
      'quantitative easing,Buying of bonds by a central bank\n',
      ['quantitative easing strong:quantitative easing'],
    ],
    ['one column', 'name\nNorthwick Council\n', ['Northwick Council strong:Northwick Council']],
    [
      'a column called weak',
      'name,weak\nNorthwick Council,Northwick Council\n',
      ['Northwick Council weak:Northwick Council'],
    ],
    [
      'a category that is no kind',
      'name,category\nEBITDA,finance\nGAAP,finance\n',
      ['EBITDA strong:EBITDA', 'GAAP strong:GAAP'],
    ],
    [
      'controls and direction marks',
      'name,note\nAda\u202e\u0007 Holm,x\n',
      ['Ada Holm strong:Ada Holm'],
    ],
    ['a line end in a cell', 'name,note\n"Ada\nHolm",x\n', ['Ada Holm strong:Ada Holm']],
    ['a guarded cell', "name,note\n'=SUM(A1),x\n", ['=SUM(A1) weak:=SUM(A1)']],
  ])('%s', async (_name, text, expected) => {
    expect(await namesIn(text)).toEqual(expected);
  });

  test('a mapping without a column of names', async () => {
    const mapping = {
      delimiter: ',',
      hasHeadings: true,
      roles: [null, null],
      separator: '|',
    } as const;
    const { failure } = await gatherImport(['a,b\nc,d\n'], { ...READER_OPTIONS, mapping });
    expect(failure).toMatchObject({ code: 'no-name-column', place: { line: 1 } });
  });

  test('the reader’s mapping counts, not the suggestion', async () => {
    const mapping = {
      delimiter: ';',
      hasHeadings: false,
      roles: [null, 'label', 'weak-aliases'],
      separator: ',',
    } as const;
    const { pack } = await gatherImport(['1;Ada Holm;Ada,Holm\n'], { ...READER_OPTIONS, mapping });
    expect(pack?.entities[0]?.aliases.map(({ text, strength }) => `${strength} ${text}`)).toEqual([
      'strong Ada Holm',
      'weak Ada',
      'weak Holm',
    ]);
  });

  test('the same row gives the same id, wherever it stands', async () => {
    const first = await read('name,type\nAda Holm,person\nBob Holm,person\n');
    const second = await read('type,name\nperson,Bob Holm\nperson,Ada Holm\n');
    const ids = (result: typeof first) => result.pack?.entities.map(({ id }) => id).sort();
    expect(ids(second)).toEqual(ids(first));
    expect(ids(first)?.[0]).toMatch(/^ada-holm-[a-z0-9]{14}$/);
  });

  test('a long definition becomes sentences that a summary can hold', async () => {
    const { pack } = await read(`name,definition\nAda Holm,"${'It is so. '.repeat(100)}"\n`);
    const lengths = pack?.entities[0]?.summary.map(({ text }) => text.length) ?? [];
    expect(lengths.length).toBe(2);
    for (const length of lengths) expect(length).toBeLessThanOrEqual(500);
  });
});

test('OpenSanctions: names, weak ones among them, and what is listed, quoted from the file', async () => {
  const text =
    'id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,dataset,first_seen,last_seen,last_change\n' +
    'NK-1,Person,Ada Holm,A. Holm;Ада Хольм,1961-02-03,nw;eu,,,EU - listed 2021-05-04,,,EU list,2021,2021,2021\n' +
    'NK-2,Vessel,"Northwick, Queen",,,,,,"He said ""no""",,,EU list,2021,2021,2021\n';
  const { pack, format, refused } = await read(text);
  expect({ format, refused }).toEqual({ format: 'open-sanctions', refused: [] });
  expect(pack?.entities.map(({ label, kind }) => [label, kind])).toEqual([
    ['Ada Holm', 'person'],
    ['Northwick, Queen', 'product'],
  ]);
  expect(pack?.entities[0]?.summary).toEqual([
    { text: '1961-02-03 · NW · EU', basis: 'editorial' },
  ]);
  expect(pack?.entities[0]?.identifiers).toEqual([{ scheme: 'ftm', value: 'NK-1' }]);
  const [listed, doubled] = pack?.claims ?? [];
  const [evidence] = listed?.evidence ?? [];
  expect(text.slice(evidence?.start, evidence?.end)).toBe('EU - listed 2021-05-04');
  expect(doubled).toMatchObject({ text: 'He said "no"', evidence: [] });
  expect(pack?.sources).toMatchObject([{ title: 'Imported list', publisher: 'OpenSanctions' }]);
});

test('FollowTheMoney: things, sanctions on them and links between them, in any order', async () => {
  const lines = [
    {
      id: 's1',
      schema: 'Sanction',
      properties: { entity: ['NK-1'], authority: ['EU'], startDate: ['2021-05-04'] },
    },
    {
      id: 'o1',
      schema: 'Ownership',
      properties: { owner: ['NK-1'], asset: ['NK-2'], percentage: ['50'] },
    },
    {
      id: 'NK-1',
      schema: 'Person',
      caption: 'Ada Holm',
      properties: {
        name: ['Ada Holm'],
        alias: ['Ada M. Holm'],
        weakAlias: ['The Northwick Lady'],
        wikidataId: ['Q1'],
      },
    },
    { id: 'NK-2', schema: 'Company', properties: { name: ['Northwick Ferries'] } },
  ];
  const { pack, format, refused } = await read(
    lines.map((line) => JSON.stringify(line)).join('\n'),
  );
  expect({ format, refused }).toEqual({ format: 'follow-the-money', refused: [] });
  expect(pack?.entities[0]?.aliases.map(({ text, strength }) => `${strength} ${text}`)).toEqual([
    'strong Ada Holm',
    'strong Ada M. Holm',
    'weak The Northwick Lady',
  ]);
  expect(pack?.claims.map(({ text, date }) => [text, date?.date])).toEqual([
    ['EU', '2021-05-04'],
    ['50', undefined],
  ]);
  expect(pack?.relations).toMatchObject([{ kind: 'owns-share-in', claim: pack?.claims[1]?.id }]);
});

describe('annotations', () => {
  const annotation = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'https://notes.example/1',
    type: 'Annotation',
    created: '2021-05-04T10:00:00Z',
    body: [
      { type: 'TextualBody', value: '<p>The cost &amp; the bridge</p>', format: 'text/html' },
      { type: 'TextualBody', purpose: 'tagging', value: 'North Bridge' },
    ],
    target: {
      source: 'https://gazette.example/bridge#top',
      selector: { type: 'TextQuoteSelector', exact: 'would cost 40', prefix: 'it ' },
    },
  };
  const context = '"@context":"http://www.w3.org/ns/anno.jsonld"';
  const one = JSON.stringify(annotation);
  test.each([
    ['one', one],
    ['a list', `[${one}]`],
    ['a page', `{${context},"type":"AnnotationPage","items":[${one}]}`],
    [
      'a collection',
      `{${context},"type":"AnnotationCollection","total":1,"first":{"type":"AnnotationPage","items":[${one}]}}`,
    ],
  ])('%s', async (_name, text) => {
    const { pack, format, refused } = await read(text);
    expect({ format, refused }).toEqual({ format: 'annotations', refused: [] });
    expect(pack?.entities.map(({ label }) => label)).toEqual(['North Bridge']);
    expect(pack?.sources).toMatchObject([{ url: 'https://gazette.example/bridge' }]);
    expect(pack?.claims).toMatchObject([
      {
        text: 'The cost & the bridge',
        date: { date: '2021-05-04', basis: 'inferred' },
        evidence: [{ exact: 'would cost 40', prefix: 'it ', suffix: '', start: 0, end: 13 }],
      },
    ]);
  });

  test('a quotation longer than an excerpt goes on in its suffix', async () => {
    const exact = 'word '.repeat(60);
    const target = {
      source: 'https://gazette.example/',
      selector: { type: 'TextQuoteSelector', exact },
    };
    const { pack } = await read(JSON.stringify({ ...annotation, target }));
    const [evidence] = pack?.claims[0]?.evidence ?? [];
    expect(evidence?.exact.length).toBe(240);
    expect(exact.startsWith((evidence?.exact ?? '') + (evidence?.suffix ?? ''))).toBe(true);
  });
});

describe('a long import', () => {
  const rows = Array.from({ length: 5000 }, (_, i) => `Northwick Company ${i},organisation\n`);
  const text = `name,type\n${rows.join('')}`;

  test('tells how far it is', async () => {
    const events: ImportEvent[] = [];
    for await (const batch of importFacts([text], READER_OPTIONS)) events.push(...batch);
    const progress = events.filter((event) => event.type === 'progress');
    expect(progress.length).toBeGreaterThan(1);
    expect(events.at(-1)).toEqual({ type: 'done', records: 5000, refused: 0 });
  });

  test('stops when it is told to, and closes its stream', async () => {
    const controller = new AbortController();
    let isCancelled = false;
    const stream = new ReadableStream<Uint8Array>({
      pull: (sink) => sink.enqueue(new TextEncoder().encode(text)),
      cancel: () => {
        isCancelled = true;
      },
    });
    const options = { ...READER_OPTIONS, signal: controller.signal };
    const reading = (async () => {
      for await (const _batch of importFacts(chunksOfStream(stream), options)) controller.abort();
    })();
    await expect(reading).rejects.toThrow(/abort/i);
    expect(isCancelled).toBe(true);
  });

  test('passes on what reading throws', async () => {
    const broken = async function* () {
      yield 'name\n';
      throw new Error('the disk is gone');
    };
    await expect(gatherImport(broken(), READER_OPTIONS)).rejects.toThrow('the disk is gone');
  });
});

test('what names a refused record says so, and is told apart from what was wrong itself', async () => {
  const pack = {
    id: 'p',
    version: '1.0.0',
    title: 'P',
    description: 'P',
    license: 'CC0-1.0',
    sources: [],
    entities: [{ id: 'ada' }],
    claims: [
      {
        id: 'c',
        kind: 'event',
        text: 'C',
        entities: ['ada'],
        speaker: { type: 'source' },
        notes: [],
        conflictsWith: [],
        evidence: [],
      },
    ],
    relations: [],
  };
  const { refused } = await read(JSON.stringify(pack));
  expect(refused.map(({ problem, isConsequence }) => [problem.code, isConsequence])).toEqual([
    ['missing-field', false],
    ['refers-to-refused', true],
  ]);
});
