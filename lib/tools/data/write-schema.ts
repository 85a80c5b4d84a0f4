/** Writes the JSON Schema: npm run data:schema */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { factPackJsonSchema, SCHEMA_FILE } from './json-schema';

mkdirSync(dirname(SCHEMA_FILE), { recursive: true });
writeFileSync(SCHEMA_FILE, factPackJsonSchema());
console.log(`wrote ${SCHEMA_FILE}`);
