/**
 * Cuts a long JSON document into its records while it comes in: what stands directly in the root
 * array, or in the arrays directly in the root object, each as text for JSON.parse, and each other
 * member of the root object. So a list of a million names is never in memory as a whole, and
 * nothing reaches JSON.parse that is nested deeper or written longer than allowed.
 *
 * It checks what is between the records; what is inside one, JSON.parse checks.
 */
import { formatPath } from '../facts/problem';
import { fail, type Place } from './import-problem';

export interface JsonPiece {
  /** `['entities', 3]`, `['title']`, or `[3]` where the root is an array. */
  readonly path: readonly (string | number)[];
  readonly text: string;
  readonly line: number;
}

export interface SplitLimits {
  readonly depth: number;
  readonly recordChars: number;
}

type Mode =
  | 'start'
  | 'first-key'
  | 'key'
  | 'in-key'
  | 'colon'
  | 'value'
  | 'first-element'
  | 'element'
  | 'after-element'
  | 'after-member'
  | 'piece'
  | 'done';

/** Of a root object; the longest known format has six. */
const MAX_MEMBERS = 200;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const NEWLINE = 0x0a;

export class JsonSplitter {
  #mode: Mode = 'start';
  #isRootArray = false;
  #key = '';
  /** Null outside of an array of records. */
  #index: number | null = null;
  #line = 1;
  #pieceLine = 1;
  /** What earlier chunks held of the key or record that is being read. */
  #held = '';
  #open: number[] = [];
  #inString = false;
  #isEscaped = false;
  #isScalar = false;
  readonly #members: string[] = [];

  constructor(private readonly limits: SplitLimits) {}

  *push(chunk: string): Generator<JsonPiece, void> {
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const code = chunk.charCodeAt(at);
      if (code === NEWLINE) this.#line++;
      if (this.#mode === 'piece') {
        const end = this.#endOfPiece(code, at);
        if (end < 0) continue;
        yield this.#piece(this.#held + chunk.slice(from, end));
        if (end === at) {
          // A number or a word ends before this character, which is still to be read.
          if (code === NEWLINE) this.#line--;
          at--;
        }
        continue;
      }
      if (this.#mode === 'in-key') {
        if (this.#isKeyOpen(code)) continue;
        this.#takeKey(this.#held + chunk.slice(from, at + 1));
        this.#held = '';
        this.#mode = 'colon';
        continue;
      }
      if (code === 0x20 || code === NEWLINE || code === 0x0d || code === 0x09) continue;
      const begun = this.#takeStructure(code);
      if (!begun) continue;
      from = at;
      if (begun === 'record') this.#beginPiece(code);
    }
    if (this.#isReading()) {
      this.#held += chunk.slice(from);
      this.#checkLength(this.#held.length);
    }
  }

  end(): void {
    if (this.#mode === 'start') fail('empty-file');
    if (this.#mode !== 'done') fail('truncated', this.place());
  }

  /** The root object's keys so far, as often as each is written. */
  get members(): readonly string[] {
    return this.#members;
  }

  /** Where reading stands. */
  place(): Place {
    const path = formatPath(this.#path());
    return path === '' ? { line: this.#line } : { line: this.#line, path };
  }

  #path(): (string | number)[] {
    const key = this.#isRootArray || this.#key === '' ? [] : [this.#key];
    return this.#index === null ? key : [...key, this.#index];
  }

  #syntax(code: number): never {
    return fail('json-syntax', this.place(), { found: String.fromCharCode(code) });
  }

  #isReading(): boolean {
    return this.#mode === 'piece' || this.#mode === 'in-key';
  }

  /** Takes a character between records; says what begins with it, if anything does. */
  #takeStructure(code: number): 'key' | 'record' | null {
    switch (this.#mode) {
      case 'start':
        if (code === OPEN_OBJECT) this.#mode = 'first-key';
        else if (code === OPEN_ARRAY) this.#enterArray(true);
        else fail('not-a-pack', this.place());
        return null;
      case 'first-key':
      case 'key':
        if (code === QUOTE) {
          this.#mode = 'in-key';
          return 'key';
        }
        if (code !== CLOSE_OBJECT || this.#mode === 'key') this.#syntax(code);
        this.#mode = 'done';
        return null;
      case 'colon':
        if (code !== 0x3a) this.#syntax(code);
        this.#mode = 'value';
        return null;
      case 'value':
        if (code === OPEN_ARRAY) {
          this.#enterArray(false);
          return null;
        }
        this.#mode = 'piece';
        return 'record';
      case 'first-element':
      case 'element':
        if (code === CLOSE_ARRAY && this.#mode === 'first-element') {
          this.#leaveArray();
          return null;
        }
        this.#mode = 'piece';
        return 'record';
      case 'after-element':
        if (code === CLOSE_ARRAY) this.#leaveArray();
        else if (code === COMMA) {
          this.#index = (this.#index ?? 0) + 1;
          this.#mode = 'element';
        } else this.#syntax(code);
        return null;
      case 'after-member':
        if (code === COMMA) this.#mode = 'key';
        else if (code === CLOSE_OBJECT) this.#mode = 'done';
        else this.#syntax(code);
        return null;
      default:
        return this.#syntax(code);
    }
  }

  #enterArray(isRoot: boolean): void {
    this.#isRootArray = isRoot;
    this.#index = 0;
    this.#mode = 'first-element';
  }

  #leaveArray(): void {
    this.#index = null;
    this.#mode = this.#isRootArray ? 'done' : 'after-member';
  }

  #beginPiece(code: number): void {
    this.#pieceLine = this.#line;
    this.#isScalar = code !== OPEN_OBJECT && code !== OPEN_ARRAY && code !== QUOTE;
    if (code === COMMA || code === CLOSE_ARRAY || code === CLOSE_OBJECT || code === 0x3a) {
      this.#syntax(code);
    }
    this.#inString = code === QUOTE;
    this.#open = code === OPEN_OBJECT || code === OPEN_ARRAY ? [code + 2] : [];
  }

  /** The index after the record's last character; -1 where it goes on. */
  #endOfPiece(code: number, at: number): number {
    if (this.#inString) {
      if (this.#isEscaped) this.#isEscaped = false;
      else if (code === BACKSLASH) this.#isEscaped = true;
      else if (code === QUOTE) {
        this.#inString = false;
        if (this.#open.length === 0) return at + 1;
      }
      return -1;
    }
    if (this.#isScalar) {
      const ends = code === COMMA || code === CLOSE_ARRAY || code === CLOSE_OBJECT || code <= 0x20;
      return ends ? at : -1;
    }
    if (code === QUOTE) this.#inString = true;
    else if (code === OPEN_OBJECT || code === OPEN_ARRAY) {
      // In ASCII a closing bracket stands two after its opening one.
      this.#open.push(code + 2);
      // The root, and the array in it, are two levels more.
      if (this.#open.length + 2 > this.limits.depth) {
        fail('too-deep', this.place(), { max: this.limits.depth });
      }
    } else if (code === CLOSE_OBJECT || code === CLOSE_ARRAY) {
      if (this.#open.pop() !== code) this.#syntax(code);
      if (this.#open.length === 0) return at + 1;
    }
    return -1;
  }

  #piece(text: string): JsonPiece {
    this.#checkLength(text.length);
    const piece = { path: this.#path(), text, line: this.#pieceLine };
    this.#held = '';
    this.#mode = this.#index === null ? 'after-member' : 'after-element';
    return piece;
  }

  #isKeyOpen(code: number): boolean {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (code === BACKSLASH) this.#isEscaped = true;
    else if (code === QUOTE) return false;
    return true;
  }

  #takeKey(text: string): void {
    this.#checkLength(text.length);
    try {
      this.#key = String(JSON.parse(text));
    } catch {
      fail('json-syntax', { line: this.#line }, { found: text });
    }
    this.#members.push(this.#key);
    if (this.#members.length > MAX_MEMBERS) fail('too-many', this.place(), { limit: MAX_MEMBERS });
  }

  #checkLength(length: number): void {
    const { recordChars } = this.limits;
    if (length > recordChars) fail('too-long-record', this.place(), { max: recordChars });
  }
}

/** The record itself. What is no JSON ends the import, since what follows may be misread. */
export function parsePiece({ path, text, line }: JsonPiece): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return fail('json-syntax', { line, path: formatPath(path) }, { found: text });
  }
}
