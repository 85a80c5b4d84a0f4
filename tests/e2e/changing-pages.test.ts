import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { siteOfHost } from '../../lib/core/sites/site-switch';
import { inBrowsers, MAINLY_CHROMIUM } from './harness/in-browsers';
import { markedWords, staleMarks } from './harness/marked';
import { letPass, restOn } from './harness/pointing';

const soon = { timeout: 10_000 };
/** No frame may take so long, even on a busy machine; precise measuring is the bench's. */
const STUTTER_MS = 1000;

inBrowsers('a page whose framework writes its text anew', (driver) => {
  test('goes on working, and the marks follow its text', async () => {
    const page = await driver().open(driver().url('rerender.html'));
    await driver().waitForMarks(page, 'Ant Group');
    const turns = [['Alibaba', 'Jack Ma'], [], ['Tencent', 'Jack Ma'], ['Ant Group']];
    for (const wanted of [...turns, ...turns]) {
      await page.evaluate(() => Reflect.get(window, 'next')());
      await expect.poll(() => markedWords(page), soon).toEqual(wanted);
      expect(await staleMarks(page)).toBe(0);
    }
    expect(await page.evaluate(() => document.querySelector('#text')?.textContent)).toBe(
      'This turn it is Ant Group.',
    );
    expect(await page.evaluate(() => Reflect.get(window, 'problems'))).toEqual([]);
  });

  test('takes the card away with the name that it explains', async () => {
    const page = await driver().open(driver().url('rerender.html'));
    await driver().waitForMarks(page, 'Ant Group');
    await driver().hover(page, 'Ant Group');
    await driver().waitForPopover(page, 'Ant Group');
    await page.evaluate(() => Reflect.get(window, 'next')());
    await driver().waitForNoPopover(page);
    await driver().waitForMarks(page, 'Alibaba');
    await driver().hover(page, 'Alibaba');
    await driver().waitForPopover(page, 'Alibaba');
  });
});

inBrowsers(
  'a page that never stops',
  (driver) => {
    test('keeps right marks and stays quick', async () => {
      const page = await driver().open(driver().url('busy.html'));
      // A slow machine adds its lines slowly; from here on there are always enough of them.
      const lines = () => page.evaluate(() => document.querySelectorAll('#log li').length);
      await expect.poll(lines, { timeout: 30_000 }).toBe(300);
      for (let look = 0; look < 5; look++) {
        await letPass(page, 300);
        const words = await markedWords(page);
        expect(words).toContain('Alibaba');
        expect(words.filter((word) => word !== 'Alibaba' && word !== 'Ant Group')).toEqual([]);
        expect(words.length).toBeGreaterThan(5);
        // Lines that have left the page take their marks along, if not in the same instant.
        expect(await staleMarks(page)).toBeLessThan(60);
      }
      await driver().hover(page, 'Alibaba');
      await driver().waitForPopover(page, 'Alibaba');
      await letPass(page, 1000);
      expect(await driver().popover(page)).not.toBeNull();
      // Against the same page without us, since only that tells what this machine can do now.
      const withUs = await page.evaluate(framesInOneSecond);
      await driver().inExtension(setSite, siteOfHost(new URL(page.url()).host), 'off');
      await expect.poll(() => markedWords(page)).toEqual([]);
      const without = await page.evaluate(framesInOneSecond);
      expect(withUs).toBeGreaterThan(without * 0.6);
    });
  },
  MAINLY_CHROMIUM,
);

inBrowsers('a page that goes from address to address without loading', (driver) => {
  test('marks what each address shows, and nothing else', async () => {
    const page = await driver().open(driver().url('client-side.html'));
    await driver().waitForMarks(page, 'Ant Group');
    await visit(page, '/two');
    await expect.poll(() => markedWords(page), soon).not.toContain('Ant Group');
    await expect.poll(() => staleMarks(page), soon).toBe(0);
    await expect.poll(() => visibleNames(page), soon).toEqual(['Jack Ma']);
    await restOn(driver(), page, '#two');
    await driver().waitForPopover(page, 'Jack Ma');
    await visit(page, '/three');
    await driver().waitForNoPopover(page);
    await expect.poll(() => visibleNames(page), soon).toEqual([]);
  });

  test('follows a switch that is about a part of the site', async () => {
    const page = await driver().open(driver().url('client-side.html'));
    const part = `${new URL(page.url()).host}/two*`;
    await driver().inExtension(setSite, part, 'off');
    await driver().waitForMarks(page, 'Ant Group');
    await visit(page, '/two');
    await expect.poll(() => markedWords(page), soon).toEqual([]);
    await visit(page, '/three');
    await page.evaluate(() => document.querySelector('#main')?.append(' But Ant Group it does.'));
    await expect.poll(() => markedWords(page), soon).toContain('Ant Group');
    await driver().inExtension(setSite, part, 'default');
  });

  test('counts and lists only what can be seen, when hidden text is shown too', async () => {
    const page = await driver().open(driver().url('client-side.html'));
    await driver().waitForMarks(page, 'Ant Group');
    await expect.poll(() => visibleNames(page), soon).toEqual(['Ant Group']);
    await page.evaluate(() => document.querySelector('#fold')?.removeAttribute('hidden'));
    await expect.poll(() => visibleNames(page), soon).toEqual(['Ant Group', 'Tencent']);
    await restOn(driver(), page, '#folded');
    await driver().waitForPopover(page, 'Tencent');
    await page.evaluate(() => document.querySelector('details')?.setAttribute('open', ''));
    await expect.poll(() => visibleNames(page), soon).toEqual(['Ant Group', 'Tencent', 'Alibaba']);
    await restOn(driver(), page, '#in-details');
    await driver().waitForPopover(page, 'Alibaba');
    await page.evaluate(() => document.querySelector('#unseen')?.removeAttribute('style'));
    await expect
      .poll(() => visibleNames(page), soon)
      .toEqual(['Ant Group', 'Tencent', 'Alibaba', 'Jack Ma']);
    await restOn(driver(), page, '#by-style');
    await driver().waitForPopover(page, 'Jack Ma');
  });

  test('takes marks back from text that becomes an editor', async () => {
    const page = await driver().open(driver().url('client-side.html'));
    await driver().waitForMarks(page, 'Ant Group');
    await page.evaluate(() => document.querySelector('#main')?.setAttribute('contenteditable', ''));
    await expect.poll(() => markedWords(page), soon).not.toContain('Ant Group');
    await page.evaluate(() => document.querySelector('#main')?.removeAttribute('contenteditable'));
    await expect.poll(() => markedWords(page), soon).toContain('Ant Group');
  });

  async function visibleNames(page: Page): Promise<string[]> {
    const report = await driver().report(page);
    return report?.names.map(({ entities }) => entities[0]?.label ?? '') ?? [];
  }
});

inBrowsers('shadow roots', (driver) => {
  test('names in open shadow roots are marked and explained, nested ones too', async () => {
    const page = await driver().open(driver().url('shadow.html'));
    const marks = await driver().waitForMarks(page, 'Ant Group');
    expect(marks.sort()).toEqual(['Alibaba', 'Ant Group', 'Jack Ma']);
    for (const [path, label] of [
      [['#early', '#shallow'], 'Jack Ma'],
      [['#early', 'x-inner', '#deep'], 'Ant Group'],
      [['#light'], 'Alibaba'],
    ] as const) {
      const point = await page.evaluate(middleThroughShadow, [...path]);
      await page.mouse.move(point.x, point.y);
      const { text } = await driver().waitForPopover(page, label);
      expect(text.slice(0, 80)).toContain(label);
      if (label !== 'Alibaba') {
        await driver().moveAside(page);
        await driver().waitForNoPopover(page);
      }
    }
    await driver().shot(page, 'shadow');
  });

  test('a root that is attached later is found, and watched from then on', async () => {
    const page = await driver().open(driver().url('shadow.html'));
    await driver().waitForMarks(page, 'Ant Group');
    await page.evaluate(() => Reflect.get(window, 'attachLate')());
    await driver().waitForMarks(page, 'Tencent');
    await page.evaluate(() => {
      const name = document.querySelector('#late')?.shadowRoot?.querySelector('#late-name');
      if (name) name.textContent = 'Alipay';
    });
    await driver().waitForMarks(page, 'Alipay');
  });
});

inBrowsers('frames', (driver) => {
  async function framesWithMarks(page: Page): Promise<Record<string, string[]>> {
    const found: Record<string, string[]> = {};
    for (const frame of page.frames()) {
      const words = await markedWords(frame);
      if (words.length > 0) found[await idOf(frame)] = words;
    }
    return found;
  }

  const idOf = (frame: ReturnType<Page['mainFrame']>) =>
    frame
      .frameElement()
      .then((element) => element?.evaluate((iframe) => iframe.id) ?? 'page')
      .catch(() => 'page');

  test('a large frame takes part, also one with its text in an attribute; a small one does not', async () => {
    const page = await driver().open(driver().url('frames.html'));
    await expect
      .poll(() => framesWithMarks(page), soon)
      .toEqual({ big: ['Ant Group'], inline: ['Alibaba'], other: ['Ant Group'] });
    // The small one is looked at again after a while.
    await letPass(page, 2500);
    expect(Object.keys(await framesWithMarks(page))).not.toContain('small');
  });

  test('a small frame that grows takes part from then on', async () => {
    const page = await driver().open(driver().url('frames.html'));
    await expect.poll(() => framesWithMarks(page), soon).toHaveProperty('big');
    await page.evaluate(() => {
      const small = document.querySelector<HTMLIFrameElement>('#small');
      small?.setAttribute('width', '500');
      small?.setAttribute('height', '200');
    });
    await expect.poll(() => framesWithMarks(page), soon).toHaveProperty('small');
  });

  test('the card of a name in a frame opens inside the frame', async () => {
    const page = await driver().open(driver().url('frames.html'));
    await expect.poll(() => framesWithMarks(page), soon).toHaveProperty('other');
    const tab = await driver().tabIdOf(page);
    for (const [id, label] of [
      ['big', 'Ant Group'],
      ['inline', 'Alibaba'],
      ['other', 'Ant Group'],
    ] as const) {
      const corner = await page.evaluate((frame) => {
        const box = document.querySelector(`#${frame}`)?.getBoundingClientRect();
        return { x: box?.x ?? 0, y: box?.y ?? 0 };
      }, id);
      await page.mouse.move(corner.x + 40, corner.y + 27);
      await page.mouse.move(corner.x + 45, corner.y + 27);
      await expect
        .poll(() => driver().inExtension(popoversIn, tab), soon)
        .toEqual([expect.stringContaining(label)]);
      await driver().shot(page, `frame-${id}`);
      // Chromium’s automation tells a frame of another process nothing when the pointer leaves it.
      if (id === 'other') await page.mouse.move(corner.x + 470, corner.y + 30);
      else await driver().moveAside(page);
      await expect.poll(() => driver().inExtension(popoversIn, tab), soon).toEqual([]);
    }
  });

  test('every frame follows the switch of the page at the top, not its own', async () => {
    const page = await driver().open(driver().url('frames.html'));
    await expect.poll(() => framesWithMarks(page), soon).toHaveProperty('other');
    const host = new URL(page.url()).host;
    await driver().inExtension(setSite, siteOfHost(`other.${host}`), 'off');
    await letPass(page, 500);
    expect(Object.keys(await framesWithMarks(page)).sort()).toEqual(['big', 'inline', 'other']);
    await driver().inExtension(setSite, siteOfHost(host), 'off');
    await expect.poll(() => framesWithMarks(page), soon).toEqual({});
    await driver().inExtension(setSite, siteOfHost(host), 'default');
    await expect
      .poll(async () => Object.keys(await framesWithMarks(page)).sort(), soon)
      .toEqual(['big', 'inline', 'other']);
  });
});

inBrowsers(
  'a page with five thousand mentions',
  (driver) => {
    test('is marked without making the page stutter, and every card opens', async () => {
      const page = await driver().open(driver().url('many.html'));
      await page.evaluate(() => Reflect.get(window, 'fill')());
      await expect
        .poll(() => page.evaluate(() => CSS.highlights.get('glossator-mention')?.size ?? 0), {
          timeout: 20_000,
        })
        .toBe(5000);
      await page.evaluate(() => Reflect.set(window, 'longest', 0));
      for (const selector of ['#p0 b', '#p1200 b', '#p2499 b']) {
        await restOn(driver(), page, selector);
        await driver().waitForPopover(page, 'Alibaba');
        await driver().moveAside(page);
        await driver().waitForNoPopover(page);
      }
      // One change among them is told apart from the rest.
      await page.evaluate(() => {
        const last = document.querySelector('#p2499 b');
        if (last) last.textContent = 'Tencent';
      });
      await driver().waitForMarks(page, 'Tencent');
      expect(await page.evaluate(() => Reflect.get(window, 'longest'))).toBeLessThan(STUTTER_MS);
    });
  },
  MAINLY_CHROMIUM,
);

function framesInOneSecond(): Promise<number> {
  return new Promise((done) => {
    const start = performance.now();
    let frames = 0;
    const frame = (): void => {
      frames++;
      if (performance.now() - start < 1000) requestAnimationFrame(frame);
      else done(frames);
    };
    requestAnimationFrame(frame);
  });
}

async function visit(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => Reflect.get(window, 'visit')(to), path);
}

declare const browser: typeof import('wxt/browser').browser;

async function setSite(site: string, choice: 'off' | 'on' | 'default'): Promise<void> {
  await browser.runtime.sendMessage({
    call: 'setSiteChoice',
    params: { site, choice, private: false },
  });
}

/** The words of each popover in the tab’s frames. */
async function popoversIn(tabId: number): Promise<unknown[]> {
  const results = await browser.scripting.executeScript({
    target: { tabId, allFrames: true },
    func: () => {
      const root: unknown = Reflect.get(globalThis, Symbol.for('glossator.popover.root'));
      return root instanceof ShadowRoot ? (root.firstElementChild as HTMLElement).innerText : null;
    },
  });
  return results.map(({ result }) => result).filter((text) => typeof text === 'string');
}

/** Goes from root to root along the selectors. */
function middleThroughShadow(path: string[]): { x: number; y: number } {
  let root: ParentNode | null = document;
  let element: Element | null = null;
  for (const selector of path) {
    element = root?.querySelector(selector) ?? null;
    root = element?.shadowRoot ?? null;
  }
  const box = element?.getBoundingClientRect();
  return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : { x: -1, y: -1 };
}
