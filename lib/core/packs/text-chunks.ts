/**
 * Bytes to text, in chunks: UTF-8 and, where a byte-order mark says so, UTF-16. Whatever else is
 * no text is recognised by its first bytes and named. Nothing is replaced: a byte that is no
 * UTF-8 ends the import, because a name with a hole in it is a different name.
 */
import { fail, ImportFailure } from './import-problem';

/** So much text is handed on at a time: some 20 ms of reading, so that a page stays responsive. */
const CHUNK_CHARS = 1 << 14;

const MAGIC: readonly (readonly [name: string, kind: 'archive' | 'binary', bytes: string])[] = [
  ['zip', 'archive', '504b0304'],
  ['zip', 'archive', '504b0506'],
  ['gzip', 'archive', '1f8b'],
  ['7z', 'archive', '377abcaf271c'],
  ['rar', 'archive', '526172211a07'],
  ['xz', 'archive', 'fd377a585a00'],
  ['bzip2', 'archive', '425a68'],
  ['zstd', 'archive', '28b52ffd'],
  ['pdf', 'binary', '255044462d'],
  ['png', 'binary', '89504e47'],
  ['jpeg', 'binary', 'ffd8ff'],
  ['gif', 'binary', '47494638'],
  ['sqlite', 'binary', '53514c69746520666f726d61742033'],
  ['parquet', 'binary', '50415231'],
  ['ole', 'binary', 'd0cf11e0a1b11ae1'],
];

/** The first bytes that tell what a file is. */
const HEAD_BYTES = 16;

export type ByteChunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
export type TextChunks = AsyncIterable<string> | Iterable<string>;

export interface TextChunk {
  readonly text: string;
  /** So far, this chunk included. Of a text without bytes: UTF-16 code units. */
  readonly readBytes: number;
}

/** A stream's chunks, also where streams cannot be iterated. The stream is cancelled on leaving. */
export async function* chunksOfStream<T>(stream: ReadableStream<T>): AsyncGenerator<T, void> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** The text in chunks of bounded length, without a byte-order mark. */
export async function* textChunks(
  chunks: ByteChunks | TextChunks,
  maxBytes: number,
): AsyncGenerator<TextChunk, void> {
  let readBytes = 0;
  const decoder = new ChunkDecoder();
  for await (const chunk of chunks) {
    readBytes += chunk.length;
    if (readBytes > maxBytes) fail('too-large', {}, { max: maxBytes });
    const text = typeof chunk === 'string' ? decoder.take(chunk) : decoder.decode(chunk);
    yield* slices(text, readBytes);
  }
  yield* slices(decoder.end(), readBytes);
}

function* slices(text: string, readBytes: number): Generator<TextChunk, void> {
  for (let at = 0; at < text.length; at += CHUNK_CHARS) {
    yield { text: text.slice(at, at + CHUNK_CHARS), readBytes };
  }
}

class ChunkDecoder {
  #decoder: TextDecoder | undefined;
  #head = new Uint8Array(0);
  #isFirst = true;
  #line = 1;

  /** Text that somebody else has decoded. */
  take(text: string): string {
    return this.#checked(this.#isFirst && text.startsWith('\ufeff') ? text.slice(1) : text);
  }

  decode(bytes: Uint8Array): string {
    if (this.#decoder) return this.#decodeWith(this.#decoder, bytes);
    const head = new Uint8Array(this.#head.length + bytes.length);
    head.set(this.#head);
    head.set(bytes, this.#head.length);
    this.#head = head;
    if (head.length < HEAD_BYTES) return '';
    return this.#begin();
  }

  end(): string {
    const begun = this.#decoder ? '' : this.#begin();
    return begun + (this.#decoder ? this.#decodeWith(this.#decoder) : '');
  }

  #begin(): string {
    const head = this.#head;
    this.#head = new Uint8Array(0);
    refuseBinary(head);
    this.#decoder = new TextDecoder(encodingOf(head), { fatal: true });
    return this.#decodeWith(this.#decoder, head);
  }

  #decodeWith(decoder: TextDecoder, bytes?: Uint8Array): string {
    try {
      return this.#checked(bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode());
    } catch (error) {
      if (error instanceof ImportFailure) throw error;
      const line = this.#line + goodLines(decoder.encoding, bytes);
      return fail('not-text', { line }, { encoding: decoder.encoding });
    }
  }

  #checked(text: string): string {
    if (text !== '') this.#isFirst = false;
    const nul = text.indexOf('\0');
    const read = nul < 0 ? text : text.slice(0, nul);
    for (let at = read.indexOf('\n'); at >= 0; at = read.indexOf('\n', at + 1)) this.#line++;
    // UTF-16 without its mark reads as UTF-8 with a zero after every letter.
    if (nul >= 0) fail('binary', { line: this.#line }, { kind: 'nul' });
    return text;
  }
}

/** Line ends before the first byte that is none of the encoding's. */
function goodLines(encoding: string, bytes: Uint8Array | undefined): number {
  const text = bytes ? new TextDecoder(encoding).decode(bytes) : '';
  return text.slice(0, Math.max(0, text.indexOf('\ufffd'))).split('\n').length - 1;
}

function refuseBinary(head: Uint8Array): void {
  const hex = [...head.subarray(0, HEAD_BYTES)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  const found = MAGIC.find(([, , bytes]) => hex.startsWith(bytes));
  if (found) fail(found[1], {}, { kind: found[0] });
}

function encodingOf(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) {
    if (head[2] === 0 && head[3] === 0) fail('not-text', { line: 1 }, { encoding: 'utf-32' });
    return 'utf-16le';
  }
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}
