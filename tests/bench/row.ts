/** A line of the bench's table, and the table as Markdown. */

export type Verdict = 'met' | 'short' | 'reported' | 'not measured';

export interface Row {
  readonly what: string;
  /** What is aimed at; empty where a figure is only reported. */
  readonly reach: string;
  readonly measured: string;
  readonly verdict: Verdict;
}

export interface GroupResult {
  readonly rows: readonly Row[];
  /** What explains the figures: how they were taken, what differs and why. One line each. */
  readonly notes: readonly string[];
}

export function verdictOf(isMet: boolean): Verdict {
  return isMet ? 'met' : 'short';
}

export function toTable(rows: readonly Row[]): string {
  const lines = rows.map(
    ({ what, reach, measured, verdict }) => `| ${what} | ${reach} | ${measured} | ${verdict} |`,
  );
  return ['| what | reach | measured | met? |', '| --- | --- | --- | --- |', ...lines].join('\n');
}
