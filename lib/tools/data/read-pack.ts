/**
 * Reads a pack as people write it, a folder of small JSON files, into the one document that it
 * is the source of. Nothing is checked here but that each file is JSON of the expected kind.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Derivation } from '../../core/facts/check-figures';
import type { Problem } from '../../core/facts/problem';

export const PACKS_DIR = 'data/packs';

export interface PackFolder {
  readonly name: string;
  /** The pack in its published format, not yet checked. */
  readonly pack: Record<string, unknown>;
  /** `claims[12]` → `claims/xi-push.json`: where people find the record. */
  readonly origins: ReadonlyMap<string, string>;
  readonly derivations: readonly Derivation[];
  /** Files that could not be read. */
  readonly problems: readonly Problem[];
}

const DerivationsSchema = v.array(
  v.strictObject({ claim: v.string(), figures: v.array(v.string()), why: v.string() }),
);

/** Names of all packs that the extension brings along, in order. */
export function packNames(root = PACKS_DIR): string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

export function readPackFolder(folder: string, name: string): PackFolder {
  const problems: Problem[] = [];
  const origins = new Map<string, string>();

  function readJson(file: string): unknown {
    try {
      return JSON.parse(readFileSync(join(folder, file), 'utf8'));
    } catch (error) {
      problems.push({ path: file, message: (error as Error).message });
      return undefined;
    }
  }

  /** A section's records from one file or from every file of a folder, in order of file name. */
  function readSection(section: string, files: readonly string[]): unknown[] {
    const records: unknown[] = [];
    for (const file of files) {
      const content = readJson(file);
      if (content === undefined) continue;
      if (!Array.isArray(content)) {
        problems.push({ path: file, message: 'should hold a list' });
        continue;
      }
      for (const record of content) {
        origins.set(`${section}[${records.length}]`, file);
        records.push(record);
      }
    }
    return records;
  }

  const head = readJson('pack.json');
  const pack = {
    ...(typeof head === 'object' && head !== null ? head : {}),
    sources: readSection('sources', ['sources.json']),
    entities: readSection('entities', jsonFilesIn(folder, 'entities')),
    claims: readSection('claims', jsonFilesIn(folder, 'claims')),
    relations: readSection('relations', optional(folder, 'relations.json')),
  };
  return { name, pack, origins, derivations: readDerivations(), problems };

  function readDerivations(): Derivation[] {
    const [file] = optional(folder, 'derivations.json');
    if (file === undefined) return [];
    const parsed = v.safeParse(DerivationsSchema, readJson(file));
    if (parsed.success) return parsed.output;
    problems.push({ path: file, message: parsed.issues.map((issue) => issue.message).join('; ') });
    return [];
  }
}

function jsonFilesIn(folder: string, section: string): string[] {
  const dir = join(folder, section);
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => `${section}/${file}`);
}

function optional(folder: string, file: string): string[] {
  return existsSync(join(folder, file)) ? [file] : [];
}

/** A problem as one line: where in the pack, which file and record that is, what is wrong. */
export function describeProblem(
  { name, pack, origins }: PackFolder,
  { path, message }: Problem,
): string {
  const record = /^(\w+)\[(\d+)\]/.exec(path);
  const file = record ? origins.get(record[0]) : undefined;
  if (!record || file === undefined) return `${name}: ${path}: ${message}`;
  const section = pack[record[1] ?? ''];
  const value: unknown = Array.isArray(section) ? section[Number(record[2])] : undefined;
  const id = v.safeParse(v.object({ id: v.string() }), value);
  return `${name}: ${path}: ${message} [${file}${id.success ? `, ${id.output.id}` : ''}]`;
}
