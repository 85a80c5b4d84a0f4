import type { ImportOptions } from './import-facts';

export const READER_OPTIONS: ImportOptions = {
  meta: {
    id: 'imported',
    version: '1.0.0',
    title: 'Imported list',
    description: 'A list for tests.',
    license: 'unknown',
  },
  kind: 'concept',
  language: 'und',
  today: '2026-11-22',
  unknownStance: 'Not looked at yet.',
};
