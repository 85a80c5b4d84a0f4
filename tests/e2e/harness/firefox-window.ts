/** Firefox’s own window, for what no page can reach: commands, menus, settings, permissions. */
import type { Browser } from 'puppeteer-core';
import * as v from 'valibot';

/** Puppeteer’s connection, which it does not show: its own calls reach pages only. */
interface Connection {
  send(method: string, params: object): Promise<{ readonly result: unknown }>;
}

const TreeSchema = v.object({
  contexts: v.tupleWithRest([v.object({ context: v.string() })], v.unknown()),
});
const AnswerSchema = v.object({
  type: v.literal('success'),
  result: v.object({ value: v.optional(v.string()) }),
});

/** Runs a self-contained function there; arguments and result are JSON. */
export async function inFirefoxWindow<A extends readonly unknown[], R>(
  browser: Browser,
  func: (...args: A) => R,
  ...args: A
): Promise<Awaited<R>> {
  const connection = Reflect.get(browser, 'connection') as Connection;
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const [{ context }] = v.parse(TreeSchema, tree.result).contexts;
  const values = args.map((arg) => JSON.stringify(arg)).join(', ');
  const answer = await connection.send('script.evaluate', {
    expression: `(async (__name) => JSON.stringify(await (${func.toString()})(${values})))((f) => f)`,
    target: { context },
    awaitPromise: true,
  });
  const parsed = v.safeParse(AnswerSchema, answer.result);
  if (!parsed.success) throw new Error(`in Firefox’s window: ${JSON.stringify(answer.result)}`);
  const { value } = parsed.output.result;
  return JSON.parse(value ?? 'null');
}
