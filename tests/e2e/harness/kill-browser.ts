import type { E2eDriver } from './launch';

/** Without a word of warning to it. */
export async function killBrowser(driver: E2eDriver): Promise<void> {
  const process = driver.browser.process();
  const ended = new Promise((done) => process?.once('exit', done));
  process?.kill('SIGKILL');
  await ended;
  await driver.close().catch(() => {});
}
