/**
 * Calls from content scripts. They must stay small, so the schemas of results are not bundled
 * here: whoever uses the value checks what it needs of it.
 */
import { browser } from 'wxt/browser';
import { isObject } from '../core/is-object';
import { CallError, type CallErrorCode } from './call-error';
import type { Call, Params, Request } from './protocol';

/** The value of the answer; throws a CallError where there is none. */
export async function sendUnchecked<C extends Call>(call: C, params: Params<C>): Promise<unknown> {
  const request: Request<C> = { call, params };
  return unwrapAnswer(await deliver(request));
}

async function deliver(request: Request): Promise<unknown> {
  try {
    // After an update or removal of the extension this throws at once, or `browser` is bare.
    return await browser.runtime.sendMessage(request);
  } catch (error) {
    throw new CallError('unreachable', 'no answer', { cause: error });
  }
}

/** What an answer carries; an error inside it is thrown. */
export function unwrapAnswer(answer: unknown): unknown {
  if (!isObject(answer)) throw new CallError('unreachable', 'no answer');
  if (answer['ok'] === true) return answer['value'];
  const error = answer['error'];
  if (answer['ok'] !== false || !isObject(error)) {
    throw new CallError('bad-answer', 'unknown answer');
  }
  throw new CallError(toCode(error['code']), String(error['message']));
}

const CODES: readonly CallErrorCode[] = [
  'unknown-call',
  'bad-params',
  'not-allowed',
  'not-ready',
  'failed',
];

function toCode(code: unknown): CallErrorCode {
  return CODES.find((known) => known === code) ?? 'failed';
}
