/**
 * Tables as RFC 4180 writes them, with any one-character delimiter, row by row while the text
 * comes in. Strict, where spreadsheets guess: a quotation mark that does not stand where one may
 * makes a row unreadable, and the reader hears on which line.
 */
import { fail, type ProblemCode } from './import-problem';

export interface CsvRow {
  readonly cells: readonly string[];
  /** Where it begins, counted from 1. */
  readonly line: number;
  /**
   * Where each cell's words begin in the whole text, in UTF-16 code units; -1 where the text
   * writes them otherwise (a doubled quotation mark).
   */
  readonly starts: readonly number[];
  readonly problem?: { readonly code: ProblemCode; readonly cell: number };
}

export interface CsvLimits {
  readonly recordChars: number;
  readonly columns: number;
}

interface RowScan {
  readonly row: CsvRow;
  /** Index in the buffer after the row's line end. */
  readonly next: number;
}

export class CsvRows {
  #buffer = '';
  /** Of the buffer's first character in the whole text. */
  #offset = 0;
  #line = 1;

  constructor(
    private readonly delimiter: string,
    private readonly limits: CsvLimits,
  ) {}

  push(text: string): Generator<CsvRow, void> {
    this.#buffer += text;
    return this.#rows(false);
  }

  end(): Generator<CsvRow, void> {
    return this.#rows(true);
  }

  *#rows(isEnd: boolean): Generator<CsvRow, void> {
    let at = 0;
    while (at < this.#buffer.length) {
      const scan = this.#scanRow(at, isEnd);
      if (!scan) break;
      this.#line += countLines(this.#buffer, at, scan.next);
      at = scan.next;
      const [only] = scan.row.cells;
      const isBlank = scan.row.cells.length === 1 && only === '' && !scan.row.problem;
      if (!isBlank) yield scan.row;
    }
    this.#buffer = this.#buffer.slice(at);
    this.#offset += at;
    const { recordChars } = this.limits;
    if (this.#buffer.length > recordChars) {
      const isOpen = /(?:^|[,;\t|\n])"/.test(this.#buffer);
      fail(
        isOpen ? 'unclosed-quote' : 'too-long-record',
        { line: this.#line },
        { max: recordChars },
      );
    }
  }

  /** Null where the row is not all there yet. */
  #scanRow(begin: number, isEnd: boolean): RowScan | null {
    const buffer = this.#buffer;
    const cells: string[] = [];
    const starts: number[] = [];
    const line = this.#line;
    for (let at = begin; ; ) {
      if (cells.length >= this.limits.columns) {
        fail('too-many-columns', { line }, { max: this.limits.columns });
      }
      const isQuoted = buffer.charAt(at) === '"';
      const end = isQuoted ? endOfQuoted(buffer, at) : endOfPlain(buffer, at, this.delimiter);
      if (end >= buffer.length && !isEnd) return null;
      if (isQuoted && end < 0) {
        if (!isEnd) return null;
        const problem = { code: 'unclosed-quote', cell: cells.length } as const;
        return { row: { cells, line, starts, problem }, next: buffer.length };
      }
      const raw = isQuoted ? buffer.slice(at + 1, end - 1) : buffer.slice(at, end);
      const hasDoubled = isQuoted && raw.includes('"');
      cells.push(hasDoubled ? raw.replaceAll('""', '"') : raw);
      starts.push(hasDoubled ? -1 : this.#offset + at + (isQuoted ? 1 : 0));
      const after = buffer.charAt(end);
      if (after === this.delimiter) {
        at = end + 1;
        // The last cell, empty, of a text without a line end.
        if (at >= buffer.length && !isEnd) return null;
        continue;
      }
      if (after === '\r' && end + 1 >= buffer.length && !isEnd) return null;
      if (after === '' || after === '\n' || after === '\r') {
        const next = end + (buffer.startsWith('\r\n', end) ? 2 : 1);
        if (!isQuoted && raw.includes('"')) return this.#stray(begin, cells, starts, isEnd);
        return { row: { cells, line, starts }, next: Math.min(next, buffer.length) };
      }
      return this.#stray(begin, cells, starts, isEnd);
    }
  }

  /** What follows cannot be known to be quoted or not, so reading goes on with the next line. */
  #stray(begin: number, cells: string[], starts: number[], isEnd: boolean): RowScan | null {
    const newline = this.#buffer.indexOf('\n', begin);
    if (newline < 0 && !isEnd) return null;
    const problem = { code: 'stray-quote', cell: cells.length - 1 } as const;
    return {
      row: { cells, line: this.#line, starts, problem },
      next: newline < 0 ? this.#buffer.length : newline + 1,
    };
  }
}

/** The index after the closing quotation mark; -1 where there is none yet. */
function endOfQuoted(buffer: string, at: number): number {
  for (let i = buffer.indexOf('"', at + 1); i >= 0; i = buffer.indexOf('"', i + 2)) {
    if (buffer.charAt(i + 1) !== '"') return i + 1;
  }
  return -1;
}

function endOfPlain(buffer: string, at: number, delimiter: string): number {
  for (let i = at; i < buffer.length; i++) {
    const char = buffer.charAt(i);
    if (char === delimiter || char === '\n' || char === '\r') return i;
  }
  return buffer.length;
}

/** A line ends with \n, or with a \r that none follows. */
function countLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(i + 1) !== 0x0a)) lines++;
  }
  return lines;
}
