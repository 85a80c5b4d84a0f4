/** Looks for barriers with axe-core: in a page of ours, or inside the popover’s closed root. */
import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { waitFor } from '../../../lib/tools/browsers/extension-driver';
import type { E2eDriver } from './launch';

const SOURCE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** One line a barrier: the rule and the elements; empty where there is none. */
export async function barriersInPage(page: Page): Promise<string[]> {
  await waitFor('the page to be still', () => page.evaluate(isStill));
  await page.evaluate(`${SOURCE}; undefined`);
  return describe(await page.evaluate(runOnDocument));
}

/** The same for an open popover, from our isolated world: pages cannot see into it. */
export async function barriersInPopover(driver: E2eDriver, page: Page): Promise<string[]> {
  await waitFor('the popover to be still', () => driver.inContentWorld(page, isPopoverStill));
  // Made of text because the driver sends functions as text; axe is 500 kB of it.
  await driver.inContentWorld(page, new Function(`${SOURCE}; return null`) as () => null);
  return describe(await driver.inContentWorld(page, runOnPopover));
}

/** What is left of AxeResults on the way out of the browser. */
interface Found {
  /** How many rules looked at something. */
  readonly passes: number;
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly string[];
  }[];
}

function describe({ passes, violations }: Found): string[] {
  if (passes < MIN_PASSES) throw new Error(`axe looked at next to nothing: ${passes} rules`);
  return violations.map(({ id, help, nodes }) => `${id} (${help}): ${nodes.join(' | ')}`);
}

/** Fewer rules that found something to judge mean that axe did not get inside. */
const MIN_PASSES = 8;

// What follows runs inside the browser.

declare const axe: typeof import('axe-core');

function isStill(): boolean {
  return document.getAnimations().every((animation) => animation.playState !== 'running');
}

function isPopoverStill(): boolean {
  const root: unknown = Reflect.get(globalThis, Symbol.for('glossator.popover.root'));
  if (!(root instanceof ShadowRoot)) return false;
  return root.getAnimations().every((animation) => animation.playState !== 'running');
}

async function runOnDocument(): Promise<Found> {
  const results: AxeResults = await axe.run(document, { resultTypes: ['violations'] });
  return {
    passes: results.passes.length,
    violations: results.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map(({ html }) => html.slice(0, 200)),
    })),
  };
}

async function runOnPopover(): Promise<Found> {
  const root = Reflect.get(globalThis, Symbol.for('glossator.popover.root')) as ShadowRoot;
  // Closed roots are not shown; in this world alone we show it.
  Object.defineProperty(root.host, 'shadowRoot', { configurable: true, value: root });
  // Rules about whole pages judge the page that it stands on.
  const results: AxeResults = await axe.run(root.host, { resultTypes: ['violations'] });
  return {
    passes: results.passes.length,
    violations: results.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map(({ html }) => html.slice(0, 200)),
    })),
  };
}
