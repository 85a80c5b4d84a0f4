/** The page layer in a real Chromium, on small pages: what is read, what is skipped, what stays true. */
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openChromium } from './own-chromium';
import type { PageLayer } from './page-entry';

declare const pageLayer: PageLayer;

let browser: Browser;
let page: Page;
let code: string;

beforeAll(async () => {
  ({ browser, page, code } = await openChromium('page-entry.ts'));
});

afterAll(async () => {
  await browser?.close();
});

beforeEach(async () => {
  await page.goto('about:blank');
  await page.evaluate(code);
});

/** Starts on the page and gives the mentions' words, once the first reading is done. */
async function mentionsOf(html: string): Promise<string[]> {
  await page.setContent(html);
  await page.evaluate(code);
  return page.evaluate(async () => {
    const session = pageLayer.start();
    Object.assign(globalThis, { session });
    await session.ready;
    return session.mentions().map((mention) => mention.text);
  });
}

/** Changes the page and gives the mentions' words when they have settled. */
async function mentionsAfter(change: () => void): Promise<string[]> {
  await page.evaluate(change);
  await new Promise((resolve) => setTimeout(resolve, 400));
  return page.evaluate(() =>
    (globalThis as unknown as { session: ReturnType<PageLayer['start']> }).session
      .mentions()
      .map((mention) => mention.text),
  );
}

describe('what is read', () => {
  test.each<[string, string, string[]]>([
    ['plain text', '<p>Ant Group said', ['Ant Group']],
    ['split by an inline element', '<p><b>Ant</b> Group said', ['Ant Group']],
    ['split inside a word', '<p>A<b>nt</b> Group said', ['Ant Group']],
    [
      'split letter by letter',
      '<p><i>A</i><i>n</i><i>t</i> <i>G</i><i>r</i><i>oup</i>',
      ['Ant Group'],
    ],
    ['split by a line break', '<h1>Ant<br>Group</h1>', ['Ant\nGroup']],
    ['split by a comment', '<p>Ant<!-- x --> Group', ['Ant Group']],
    ['not over a block boundary', '<div>Ant</div><div>Group</div>', []],
    ['not over a table cell', '<table><tr><td>Ant</td><td> Group</td></table>', []],
    ['no-break space', '<p>Ant&nbsp;Group', ['Ant\u00a0Group']],
    ['a word that goes on in the next element', '<p>Alibaba<b>stic</b>', []],
    ['a word that began in the element before', '<p>x<b>Alibaba</b>', []],
    ['Chinese in running text', '<p>据报道蚂蚁集团将上市', ['蚂蚁集团']],
    ['Korean with a particle', '<p>마윈이 말했다', ['마윈']],
    [
      'a weak name after the strong one, elements between',
      '<h1>Jack Ma</h1><p>Then <i>Ma</i> left',
      ['Jack Ma', 'Ma'],
    ],
    ['a weak name alone', '<p>Then Ma left the Ant', []],
    ['right-to-left page', '<html dir=rtl><p>قال Alibaba اليوم', ['Alibaba']],
  ])('%s', async (_name, html, expected) => {
    expect(await mentionsOf(html)).toEqual(expected);
  });
});

describe('what is skipped', () => {
  test.each<[string, string]>([
    ['script', '<script type="text/plain">Alibaba</script>'],
    ['style', '<style>/* Alibaba */</style>'],
    ['noscript', '<noscript>Alibaba</noscript>'],
    ['text field', '<textarea>Alibaba</textarea>'],
    ['choices', '<select><option>Alibaba</option></select>'],
    ['code', '<pre><code>Alibaba</code></pre>'],
    ['code, deeper', '<code><span><b>Alibaba</b></span></code>'],
    ['editor', '<div contenteditable><p>Alibaba</p></div>'],
    ['editor by role', '<div role="textbox">Alibaba</div>'],
    ['code editor', '<div class="cm-editor"><div>Alibaba</div></div>'],
    ['hidden by attribute', '<div hidden>Alibaba</div>'],
    ['svg', '<svg><text>Alibaba</text></svg>'],
    ['title', '<title>Alibaba</title>'],
    [
      'under a form whose controls hide its properties',
      '<code><form><input name="parentNode"><input name="parentElement"><p>Alibaba</p></form></code>',
    ],
  ])('%s', async (_name, html) => {
    expect(await mentionsOf(html)).toEqual([]);
  });

  test('an island that is not editable inside an editor stays skipped', async () => {
    expect(await mentionsOf('<div contenteditable><p contenteditable="false">Alibaba')).toEqual([]);
  });
});

describe('marks', () => {
  test('are painted over the parts of a split name', async () => {
    await mentionsOf('<p>A<b>nt</b> Group said');
    expect(await page.evaluate(() => pageLayer.painted())).toEqual(['A', 'nt', ' Group']);
  });

  test('leave the document as it was, and nothing behind', async () => {
    const html = '<p id=a>Ant Group and <b>Jack</b> Ma</p><form><input name=children></form>';
    await page.setContent(html);
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await page.evaluate(code);
    const during = await page.evaluate(async () => {
      const session = pageLayer.start();
      Object.assign(globalThis, { session });
      await session.ready;
      return document.documentElement.outerHTML;
    });
    expect(during).toBe(before);
    const left = await page.evaluate(() => {
      (globalThis as unknown as { session: { stop(): void } }).session.stop();
      return [...CSS.highlights.keys()];
    });
    expect(left).toEqual([]);
  });

  test('come back after the page has cleared the registry', async () => {
    await mentionsOf('<p>Ant Group</p>');
    await mentionsAfter(() => {
      CSS.highlights.clear();
      document.body.append('Alibaba');
    });
    expect(await page.evaluate(() => pageLayer.painted())).toEqual(['Ant Group', 'Alibaba']);
  });
});

describe('stays true when the page changes', () => {
  test('text added', async () => {
    await mentionsOf('<p>nothing</p>');
    expect(
      await mentionsAfter(() => document.body.insertAdjacentHTML('beforeend', '<p>Alibaba')),
    ).toEqual(['Alibaba']);
  });

  test('text removed', async () => {
    await mentionsOf('<p>Alibaba</p>');
    expect(await mentionsAfter(() => document.querySelector('p')?.remove())).toEqual([]);
    expect(await page.evaluate(() => pageLayer.painted())).toEqual([]);
  });

  test('text edited in place', async () => {
    await mentionsOf('<p>Alibaba and Ant Group</p>');
    expect(
      await mentionsAfter(() => {
        const text = document.querySelector('p')?.firstChild as Text;
        text.data = 'Only Ant Group now';
      }),
    ).toEqual(['Ant Group']);
    expect(await page.evaluate(() => pageLayer.painted())).toEqual(['Ant Group']);
  });

  test('the later part of a split name edited', async () => {
    await mentionsOf('<p>Ant<b> Group</b></p>');
    expect(
      await mentionsAfter(() => {
        (document.querySelector('b')?.firstChild as Text).data = ' hill';
      }),
    ).toEqual([]);
  });

  test('two parts joined by removing what stood between', async () => {
    await mentionsOf('<p>Ant<img> Group</p>');
    expect(await mentionsAfter(() => document.querySelector('img')?.remove())).toEqual([
      'Ant Group',
    ]);
  });

  test('a name completed by an element put behind it', async () => {
    await mentionsOf('<p><b>Ant</b></p>');
    expect(await mentionsAfter(() => document.querySelector('p')?.append(' Group'))).toEqual([
      'Ant Group',
    ]);
  });

  test('elements moved: reading order follows', async () => {
    await mentionsOf('<p>Alibaba</p><p>Ant Group</p>');
    expect(
      await mentionsAfter(() =>
        document.body.prepend(document.querySelectorAll('p')[1] as Element),
      ),
    ).toEqual(['Ant Group', 'Alibaba']);
  });

  test('support taken away', async () => {
    await mentionsOf('<p id=a>Jack Ma</p><p>Ma left</p>');
    expect(await mentionsAfter(() => document.querySelector('#a')?.remove())).toEqual([]);
  });

  test('an element made editable', async () => {
    await mentionsOf('<p>Alibaba</p>');
    expect(
      await mentionsAfter(() => document.querySelector('p')?.setAttribute('contenteditable', '')),
    ).toEqual([]);
  });

  test('the whole body replaced', async () => {
    await mentionsOf('<p>Alibaba</p>');
    expect(
      await mentionsAfter(() => {
        document.body.innerHTML = '<main>Ant Group</main>';
      }),
    ).toEqual(['Ant Group']);
  });
});

describe('a long page', () => {
  /** 5,000 paragraphs, every fifth of which names somebody; shown from its middle on. */
  async function openLongPage(): Promise<void> {
    const paragraphs = Array.from({ length: 5000 }, (_, i) =>
      i % 5 === 0 ? `<p>Alibaba, ${i}` : i % 5 === 1 ? '<p>Then Ma left' : '<p>none',
    );
    await page.setContent(`<h1>Jack Ma</h1>${paragraphs.join('')}`);
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
    await page.evaluate(code);
  }

  test('is read first where the reader is', async () => {
    await openLongPage();
    const seen = await page.evaluate(async () => {
      const session = pageLayer.start();
      await session.ready;
      const isInView = (mention: ReturnType<typeof session.mentions>[number]): boolean =>
        pageLayer.clientRectsOf(mention).some(({ top, bottom }) => bottom > 0 && top < innerHeight);
      const strong = session.mentions().filter(({ text }) => text === 'Alibaba');
      const first = new Set(session.told[0]?.added);
      return {
        firstWords: [...new Set([...first].map(({ text }) => text))],
        inView: strong.filter(isInView).length,
        missing: strong.filter((mention) => isInView(mention) && !first.has(mention)).length,
        withdrawn: session.told.flatMap(({ removed }) => removed).length,
      };
    });
    expect(seen.firstWords).toEqual(['Alibaba']);
    expect(seen.inView).toBeGreaterThan(2);
    expect(seen).toMatchObject({ missing: 0, withdrawn: 0 });
  });

  test('has its marks in reading order, each told once', async () => {
    await openLongPage();
    const { words, told } = await page.evaluate(async () => {
      const session = pageLayer.start();
      await session.ready;
      return {
        words: session.mentions().map(({ match, spans }) => {
          const { data = '' } = spans[0]?.node ?? {};
          return match.why.rule === 'strong' ? data : match.why.rule;
        }),
        told: session.told.flatMap(({ added }) => added).length,
      };
    });
    const expected = Array.from({ length: 1000 }, (_, i) => [
      `Alibaba, ${i * 5}`,
      'after-full-name',
    ]);
    expect(words).toEqual(['Jack Ma', ...expected.flat()]);
    expect(told).toBe(2001);
  });

  test('switched off while it is read, keeps nothing', async () => {
    await openLongPage();
    const left = await page.evaluate(async () => {
      const session = pageLayer.start(() => session.stop());
      await session.ready;
      await new Promise((resolve) => setTimeout(resolve, 100));
      return { keys: [...CSS.highlights.keys()], told: session.told.length };
    });
    expect(left).toEqual({ keys: [], told: 1 });
  });

  test('that changes while it is read is right in the end', async () => {
    await openLongPage();
    await page.evaluate(async () => {
      const session = pageLayer.start(() => {
        // From behind what has been read to the beginning, and the other way round.
        document.body.prepend(document.body.lastElementChild as Element, 'Ant Group; ');
        document.body.append(document.querySelector('h1') as Element);
        for (const p of [...document.querySelectorAll('p')].slice(10)) p.remove();
      });
      Object.assign(globalThis, { session });
      await session.ready;
    });
    const words = ['Ant Group', 'Alibaba', 'Ma', 'Alibaba', 'Ma', 'Jack Ma'];
    expect(await mentionsAfter(() => {})).toEqual(words);
    expect(await page.evaluate(() => pageLayer.painted())).toHaveLength(words.length);
  });
});

describe('shadow roots', () => {
  test('open ones are read, nested ones too, in reading order', async () => {
    expect(
      await mentionsOf(
        '<p>Alibaba</p><x-a><template shadowrootmode=open><p>Ant Group</p><x-b><template shadowrootmode=open>Jack Ma</template></x-b></template></x-a>',
      ),
    ).toEqual(['Alibaba', 'Ant Group', 'Jack Ma']);
  });

  test('one attached later is found', async () => {
    await mentionsOf('<x-a></x-a>');
    await page.evaluate(() => {
      const root = document.querySelector('x-a')?.attachShadow({ mode: 'open' });
      if (root) root.innerHTML = 'Alibaba';
    });
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(await mentionsAfter(() => {})).toEqual(['Alibaba']);
  });

  test('one in an ordinary element is found too', async () => {
    await mentionsOf('<div><template shadowrootmode=open>Alibaba</template></div>');
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(await mentionsAfter(() => {})).toEqual(['Alibaba']);
  });

  test('what stands in one stays marked when its host moves', async () => {
    await mentionsOf('<p>Alibaba</p><x-a><template shadowrootmode=open>Ant Group</template></x-a>');
    expect(
      await mentionsAfter(() => document.body.prepend(document.querySelector('x-a') as Element)),
    ).toEqual(['Ant Group', 'Alibaba']);
  });

  test('changes inside are seen', async () => {
    await mentionsOf('<x-a><template shadowrootmode=open><p>none</p></template></x-a>');
    expect(
      await mentionsAfter(() => {
        const p = document.querySelector('x-a')?.shadowRoot?.querySelector('p');
        if (p) p.textContent = 'Alibaba';
      }),
    ).toEqual(['Alibaba']);
  });
});

describe('hit test', () => {
  async function at(html: string, selector: string): Promise<string | null> {
    await mentionsOf(html);
    return page.evaluate((chosen) => {
      const { session } = globalThis as unknown as { session: ReturnType<PageLayer['start']> };
      const box = document.querySelector(chosen)?.getBoundingClientRect();
      if (!box) return 'no element';
      return session.mentionAt(box.x + box.width / 2, box.y + box.height / 2)?.text ?? null;
    }, selector);
  }

  test.each<[string, string, string, string | null]>([
    ['on a name', '<span id=x>Alibaba</span>', '#x', 'Alibaba'],
    ['beside a name', '<p>Alibaba <span id=x>and others</span>', '#x', null],
    [
      'under a link stretched over it',
      '<div style="position:relative"><span id=x>Alibaba</span><a href=# style="position:absolute;inset:0"></a></div>',
      '#x',
      'Alibaba',
    ],
    [
      'text that cannot be selected',
      '<span id=x style="user-select:none">Alibaba</span>',
      '#x',
      'Alibaba',
    ],
    [
      'right of a short line',
      '<p style="width:600px">Alibaba<br>and <span id=x style="float:right">x</span></p>',
      '#x',
      null,
    ],
  ])('%s', async (_name, html, selector, expected) => {
    expect(await at(html, selector)).toBe(expected);
  });

  test('inside an open shadow root', async () => {
    await mentionsOf(
      '<x-a><template shadowrootmode=open><span id=x>Alibaba</span></template></x-a>',
    );
    const text = await page.evaluate(() => {
      const { session } = globalThis as unknown as { session: ReturnType<PageLayer['start']> };
      const box = document
        .querySelector('x-a')
        ?.shadowRoot?.querySelector('#x')
        ?.getBoundingClientRect();
      return box ? (session.mentionAt(box.x + 5, box.y + 5)?.text ?? null) : 'no element';
    });
    expect(text).toBe('Alibaba');
  });
});

describe('visibility', () => {
  test('what style hides is not counted, and is when it shows', async () => {
    await mentionsOf('<p style="display:none">Alibaba</p><p>Ant Group</p>');
    const count = () =>
      page.evaluate(() => {
        const { session } = globalThis as unknown as { session: ReturnType<PageLayer['start']> };
        return pageLayer.visibleOnly(session.mentions()).map((m) => m.text);
      });
    expect(await count()).toEqual(['Ant Group']);
    await page.evaluate(() => document.querySelector('p')?.removeAttribute('style'));
    expect(await count()).toEqual(['Alibaba', 'Ant Group']);
  });
});
