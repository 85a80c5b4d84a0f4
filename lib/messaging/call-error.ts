import type { ErrorCode } from './protocol';

/**
 * A call that came to nothing, with the reason as data. `unreachable`: nobody answered, as
 * happens to pages that stay open while the extension is updated or removed; `bad-answer`: what
 * came back is not what the call promises.
 */
export type CallErrorCode = ErrorCode | 'unreachable' | 'bad-answer';

export class CallError extends Error {
  override readonly name = 'CallError';

  constructor(
    readonly code: CallErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
