/** A claim's excerpts as a reader pastes them into a text of their own. */

/** One excerpt with where it stands; every part is ready to be read. */
export interface CitedExcerpt {
  readonly exact: string;
  /** Who says it in the source, where that is not the source itself. */
  readonly speaker: string | null;
  readonly author: string | null;
  readonly title: string;
  readonly publisher: string | null;
  readonly date: string | null;
  /** "machine translation from Korean"; never left out, lest the words are taken for the speaker's. */
  readonly remark: string | null;
  /** A web address. */
  readonly address: string | null;
}

/** What stands for a claim that has no excerpt. */
export interface CitedClaim {
  readonly text: string;
  readonly excerpts: readonly CitedExcerpt[];
}

export function plainCitation({ text, excerpts }: CitedClaim): string {
  return excerpts.length === 0 ? text : excerpts.map(plainExcerpt).join('\n\n');
}

export function markdownCitation({ text, excerpts }: CitedClaim): string {
  return excerpts.length === 0 ? escaped(text) : excerpts.map(markdownExcerpt).join('\n\n');
}

function plainExcerpt(excerpt: CitedExcerpt): string {
  const place = joined(`“${excerpt.title}”`, excerpt, (text) => text);
  return `“${excerpt.exact}” — ${place}.${excerpt.address === null ? '' : ` ${excerpt.address}`}`;
}

function markdownExcerpt(excerpt: CitedExcerpt): string {
  const quote = excerpt.exact
    .split(/\r\n|[\r\n]/)
    .map((line) => `> ${escaped(line)}`)
    .join('\n');
  const title =
    excerpt.address === null
      ? `*${escaped(excerpt.title)}*`
      : `[${escaped(excerpt.title)}](<${linkTarget(excerpt.address)}>)`;
  return `${quote}\n>\n> — ${joined(title, excerpt, escaped)}`;
}

function joined(title: string, excerpt: CitedExcerpt, write: (text: string) => string): string {
  const { speaker, author, publisher, date, remark } = excerpt;
  const parts = [speaker, author].map((part) => part && write(part));
  const rest = [publisher, date, remark].map((part) => part && write(part));
  return [...parts, title, ...rest].filter(Boolean).join(', ');
}

/** What Markdown would read as its own; a page's words must not become links or pictures. */
function escaped(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/[\\`*_{}[\]<>#|~!]/g, '\\$&');
}

function linkTarget(address: string): string {
  return address.replaceAll('<', '%3C').replaceAll('>', '%3E');
}
