import type { MessageLookup } from './message';

/** One language's messages as its file in _locales has them. */
export type Catalogue = Readonly<
  Record<
    string,
    {
      readonly message: string;
      readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
    }
  >
>;

/** Looks messages up in a file's content, as a browser does for the language that it chose. */
export function catalogueLookup(catalogue: Catalogue): MessageLookup {
  return (key, values) => {
    const entry = catalogue[key];
    if (!entry) return '';
    const { message, placeholders = {} } = entry;
    return message.replace(/\$(\w+)\$/g, (_whole, name: string) => {
      const content = placeholders[name.toLowerCase()]?.content ?? '';
      return content.replace(/\$(\d)/g, (_part, place: string) => values[Number(place) - 1] ?? '');
    });
  };
}
