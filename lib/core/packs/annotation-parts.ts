/**
 * What a W3C Web Annotation says, as far as a claim can hold it: its words, its tags, and the
 * quotations it targets (https://www.w3.org/TR/annotation-model/). Nothing is taken on trust:
 * every property may be one thing, a list of things or missing.
 */
import { isObject } from '../is-object';
import { cutTo, textOfHtml } from './text-hygiene';

export interface AnnotationTarget {
  readonly url: string;
  readonly title: string | undefined;
  readonly publisher: string | undefined;
  readonly language: string | undefined;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Undefined where it has no position. */
  readonly start: number | undefined;
  readonly end: number | undefined;
}

export interface AnnotationParts {
  readonly id: string | undefined;
  readonly text: string;
  readonly tags: readonly string[];
  readonly created: string | undefined;
  readonly targets: readonly AnnotationTarget[];
  /** Targets, quotations among them or not. */
  readonly targetCount: number;
}

const MAX_SELECTOR_DEPTH = 4;
/** Of a body; a claim holds far less. Keeps the search for its elements short. */
const MAX_HTML_CHARS = 10_000;

/** Null for what is no annotation. */
export function annotationParts(value: unknown): AnnotationParts | null {
  if (!isObject(value) || !typesOf(value).includes('Annotation')) return null;
  const bodies = listOf(value['body'] ?? value['bodyValue']);
  const targets = listOf(value['target']);
  return {
    id: textOf(value['id']),
    text: bodies.flatMap(bodyText).join(' ').trim(),
    tags: bodies.flatMap(bodyTag),
    created: textOf(value['created']),
    targets: targets.flatMap(targetOf),
    targetCount: targets.length,
  };
}

export function typesOf(value: Readonly<Record<string, unknown>>): string[] {
  return listOf(value['type']).filter((type) => typeof type === 'string');
}

function bodyText(body: unknown): string[] {
  if (typeof body === 'string') return [body];
  if (!isObject(body) || isTag(body)) return [];
  const value = textOf(body['value']);
  if (value === undefined) return [];
  return [body['format'] === 'text/html' ? textOfHtml(cutTo(value, MAX_HTML_CHARS)) : value];
}

function bodyTag(body: unknown): string[] {
  const value = isObject(body) && isTag(body) ? textOf(body['value']) : undefined;
  return value === undefined ? [] : [value];
}

function isTag(body: Readonly<Record<string, unknown>>): boolean {
  const purposes = listOf(body['purpose']);
  return purposes.includes('tagging') || purposes.includes('identifying');
}

function targetOf(target: unknown): AnnotationTarget[] {
  if (!isObject(target)) return [];
  const resource = target['source'];
  const source = isObject(resource) ? resource : {};
  const url = textOf(resource) ?? textOf(source['id']);
  const selectors = listOf(target['selector']).flatMap((one) => flatten(one, 0));
  const quote = selectors.find((selector) => typesOf(selector).includes('TextQuoteSelector'));
  const position = selectors.find((one) => typesOf(one).includes('TextPositionSelector'));
  const exact = textOf(quote?.['exact']);
  if (url === undefined || quote === undefined || exact === undefined) return [];
  return [
    {
      url,
      title: textOf(source['dcterms:title'] ?? source['title'] ?? source['label']),
      publisher: textOf(source['dcterms:publisher']),
      language: textOf(source['language']),
      exact,
      prefix: textOf(quote['prefix']) ?? '',
      suffix: textOf(quote['suffix']) ?? '',
      start: numberOf(position?.['start']),
      end: numberOf(position?.['end']),
    },
  ];
}

/** Selectors may refine each other, or be offered for choice. */
function flatten(selector: unknown, depth: number): Readonly<Record<string, unknown>>[] {
  if (!isObject(selector) || depth > MAX_SELECTOR_DEPTH) return [];
  const inner = [...listOf(selector['refinedBy']), ...listOf(selector['items'])];
  return [selector, ...inner.flatMap((one) => flatten(one, depth + 1))];
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

function textOf(value: unknown): string | undefined {
  const [first] = listOf(value);
  return typeof first === 'string' && first.trim() !== '' ? first : undefined;
}

function numberOf(value: unknown): number | undefined {
  return Number.isSafeInteger(value) ? (value as number) : undefined;
}
