/** A Chromium without the extension, for code that is brought into its page as a script. */
import { build } from 'esbuild';
import type { Browser, Page } from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import { findChromium } from '../../lib/tools/browsers/find-browser';

export interface OwnChromium {
  readonly browser: Browser;
  readonly page: Page;
  /** Of the entry, bundled; to be evaluated in each new document. */
  readonly code: string;
}

/** `entry`: a file of this folder. */
export async function openChromium(entry: string): Promise<OwnChromium> {
  const bundle = await build({
    entryPoints: [`tests/browser/${entry}`],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome123',
  });
  const chromium = findChromium();
  const browser = await puppeteer.launch({
    executablePath: chromium.path,
    headless: true,
    args: [...chromium.args, '--disable-quic', '--disable-background-networking'],
  });
  const page = await browser.newPage();
  return { browser, page, code: bundle.outputFiles[0]?.text ?? '' };
}
