/** Whether the message files of all languages say the same things, and nothing that nobody asks for. */
import * as v from 'valibot';

/** Messages are written in English first; the other languages follow it. */
export const FIRST_LANGUAGE = 'en';

export const MessagesSchema = v.record(
  v.string(),
  v.strictObject({
    message: v.string(),
    description: v.optional(v.string()),
    placeholders: v.optional(v.record(v.string(), v.strictObject({ content: v.string() }))),
  }),
);

export type Messages = v.InferOutput<typeof MessagesSchema>;
type Message = Messages[string];

/** By language, as its folder is called: `zh_CN`. */
export type Catalogues = Readonly<Record<string, Messages>>;

export interface MessageProblem {
  readonly language: string;
  readonly key: string;
  readonly problem: string;
}

/** `code` is all source text that may ask for messages. */
export function checkMessages(catalogues: Catalogues, code: string): MessageProblem[] {
  const english = catalogues[FIRST_LANGUAGE] ?? {};
  const inManifest = askedByManifest(code);
  const asked = new Set([...literalsIn(code), ...inManifest]);
  const found = Object.entries(english).flatMap(([key, entry]) =>
    [...problemsOf(key, entry, english), ...(isUsed(key, asked) ? [] : ['is used nowhere'])].map(
      (problem) => ({ language: FIRST_LANGUAGE, key, problem }),
    ),
  );
  const translated = Object.entries(catalogues)
    .filter(([language]) => language !== FIRST_LANGUAGE)
    .flatMap(([language, messages]) =>
      compare(english, messages).map((found) => ({ language, ...found })),
    );
  // Keys in code are checked by the compiler, those in the manifest by nobody else.
  const unknown = inManifest
    .filter((key) => !english[key])
    .map((key) => ({ language: FIRST_LANGUAGE, key, problem: 'is asked for and not there' }));
  return [...found, ...unknown, ...translated];
}

function problemsOf(key: string, entry: Message, english: Messages): string[] {
  const problems = formProblems(entry);
  // Browsers tell keys apart by neither case nor anything but these characters.
  if (!/^[a-z0-9_]+$/.test(key)) problems.push('may consist of a–z, 0–9 and _ only');
  if (!entry.description) problems.push('has no description');
  const twin = key.endsWith('_one') ? key.replace(/_one$/, '_other') : null;
  if (twin && !english[twin]) problems.push(`has no ${twin}`);
  return problems;
}

function compare(
  english: Messages,
  messages: Messages,
): { readonly key: string; readonly problem: string }[] {
  const unknown = Object.keys(messages).filter((key) => !english[key]);
  return [
    ...unknown.map((key) => ({ key, problem: 'is not there in English' })),
    ...Object.entries(english).flatMap(([key, original]) => {
      const entry = messages[key];
      const problems = entry ? translationProblems(entry, original) : ['is missing'];
      return problems.map((problem) => ({ key, problem }));
    }),
  ];
}

function translationProblems(entry: Message, original: Message): string[] {
  const problems = formProblems(entry);
  if (declared(entry) !== declared(original)) problems.push('has other placeholders than English');
  const isCopy = entry.message === original.message;
  const words = original.message.replace(/\$\w+\$|Glossator/g, '');
  if (isCopy && /\p{L}/u.test(words)) problems.push('is still English');
  return problems;
}

/** A placeholder that a message uses but does not declare makes Chromium refuse the extension. */
function formProblems(entry: Message): string[] {
  const problems: string[] = [];
  if (entry.message.trim() === '') problems.push('is empty');
  const used = [...entry.message.matchAll(/\$(\w+)\$/g)].map(([, name = '']) => name.toLowerCase());
  const names = Object.keys(entry.placeholders ?? {});
  for (const name of new Set(used)) {
    if (!names.includes(name)) problems.push(`uses $${name.toUpperCase()}$ without declaring it`);
  }
  for (const name of names) {
    if (!used.includes(name)) problems.push(`does not use $${name.toUpperCase()}$`);
  }
  const contents = Object.values(entry.placeholders ?? {}).map(({ content }) => content);
  const inOrder = contents.map((_content, index) => `$${index + 1}`);
  if (contents.toSorted().join() !== inOrder.join()) problems.push('has gaps in its placeholders');
  return problems;
}

function declared({ placeholders = {} }: Message): string {
  return Object.entries(placeholders)
    .map(([name, { content }]) => `${name}=${content}`)
    .sort()
    .join();
}

/** All that could be keys. */
function literalsIn(code: string): string[] {
  return [...code.matchAll(/(['"`])([a-z0-9_]+)\1/g)].map(([, , key = '']) => key);
}

function askedByManifest(code: string): string[] {
  return [...code.matchAll(/__MSG_(\w+?)__/g)].map(([, key = '']) => key);
}

function isUsed(key: string, asked: ReadonlySet<string>): boolean {
  return asked.has(key) || asked.has(key.replace(/_(?:one|other)$/, ''));
}
