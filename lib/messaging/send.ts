import * as v from 'valibot';
import { CallError } from './call-error';
import { type Call, type Params, protocol, type Result } from './protocol';
import { sendUnchecked } from './send-unchecked';

/** Calls the background from one of our own pages; throws a CallError where it came to nothing. */
export async function send<C extends Call>(call: C, params: Params<C>): Promise<Result<C>> {
  return checkResult(call, await sendUnchecked(call, params));
}

/** The value as the call promises it; throws a CallError where it is something else. */
export function checkResult<C extends Call>(call: C, value: unknown): Result<C> {
  const { result }: { result: v.GenericSchema<unknown, Result<C>> } = protocol[call];
  const checked = v.safeParse(result, value);
  if (checked.success) return checked.output;
  const [issue] = checked.issues;
  const where = v.getDotPath(issue) ?? '';
  throw new CallError(
    'bad-answer',
    `The answer to ${call} is not sound: ${where} ${issue.message}`,
  );
}
