/** The background's end of the protocol: who may call what, with which parameters. */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { CallError } from './call-error';
import {
  type Answer,
  type Call,
  type ErrorCode,
  type Params,
  protocol,
  type Result,
} from './protocol';

/** What is known of the caller; the browser's own MessageSender fits. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly documentId?: string | undefined;
  readonly tab?: SenderTab | undefined;
}

export interface SenderTab {
  readonly id?: number | undefined;
  readonly url?: string | undefined;
  readonly incognito: boolean;
}

export type Handlers = {
  readonly [C in Call]: (params: Params<C>, sender: Sender) => Promise<Result<C>>;
};

/** Who we are: the extension's id and the address under which its own pages lie. */
export interface Self {
  readonly id: string;
  readonly origin: string;
}

/**
 * The answer to a message; undefined where the message is not a call, so that others may take
 * it. Never rejects: whatever goes wrong is told as data.
 */
export function answer(
  handlers: Handlers,
  message: unknown,
  sender: Sender,
  self: Self,
): Promise<Answer<unknown>> | undefined {
  if (typeof message !== 'object' || message === null || !('call' in message)) return undefined;
  const params = 'params' in message ? message.params : undefined;
  return perform(handlers, message.call, params, sender, self).then(
    (value) => ({ ok: true, value }),
    (error: unknown) => ({ ok: false, error: toError(error) }),
  );
}

async function perform(
  handlers: Handlers,
  call: unknown,
  params: unknown,
  sender: Sender,
  self: Self,
): Promise<unknown> {
  if (sender.id !== self.id) throw new CallError('not-allowed', 'Only for Glossator itself.');
  if (!isCall(call)) throw new CallError('unknown-call', 'There is no such call.');
  const isPanel = sender.url?.startsWith(self.origin) ?? false;
  if (protocol[call].from === 'panel' && !isPanel) {
    throw new CallError('not-allowed', `${call} is only for Glossator’s own pages.`);
  }
  return dispatch(handlers, call, params, sender);
}

function dispatch<C extends Call>(
  handlers: Handlers,
  call: C,
  params: unknown,
  sender: Sender,
): Promise<Result<C>> {
  const { params: schema }: { params: v.GenericSchema<unknown, Params<C>> } = protocol[call];
  const checked = v.safeParse(schema, params);
  if (!checked.success) {
    const [issue] = checked.issues;
    throw new CallError('bad-params', `${call}: ${v.getDotPath(issue) ?? ''} ${issue.message}`);
  }
  return handlers[call](checked.output, sender);
}

function isCall(call: unknown): call is Call {
  return typeof call === 'string' && Object.hasOwn(protocol, call);
}

function toError(error: unknown): { code: ErrorCode; message: string } {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof CallError)) return { code: 'failed', message };
  const { code } = error;
  return code === 'unreachable' || code === 'bad-answer'
    ? { code: 'failed', message }
    : { code, message };
}

/** Answers calls from now on. To be called while the background starts, not later. */
export function serve(handlers: Handlers): void {
  const self: Self = { id: browser.runtime.id, origin: browser.runtime.getURL('/') };
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender) =>
    answer(handlers, message, sender, self),
  );
}
