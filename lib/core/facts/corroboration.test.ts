import { expect, test } from 'vitest';
import { corroborationOf } from './corroboration';
import type { Claim, Evidence, Speaker } from './pack-schema';

const source: Speaker = { type: 'source' };
const reuters: Speaker = { type: 'entity', entity: 'reuters' };
const reutersViaWsj: Speaker = { type: 'entity', entity: 'reuters', via: 'wsj' };
const insider: Speaker = { type: 'unnamed', description: 'an insider', via: 'reuters' };
const otherInsider: Speaker = { type: 'unnamed', description: 'a banker', via: 'reuters' };

const quoted = (from: string, speaker?: Speaker): Evidence => ({
  source: from,
  exact: 'words',
  prefix: '',
  suffix: '',
  start: 0,
  end: 5,
  ...(speaker && { speaker }),
});

test.each<[string, Speaker, Evidence[], number, number]>([
  ['no evidence', source, [], 0, 0],
  ['one source in its own voice', source, [quoted('a')], 1, 1],
  ['one source twice', source, [quoted('a'), quoted('a')], 1, 1],
  ['two sources, each in its own voice', source, [quoted('a'), quoted('b')], 2, 2],
  ['two sources that repeat one outlet', reuters, [quoted('a'), quoted('b')], 1, 2],
  ['the outlet, once by way of another', reuters, [quoted('a'), quoted('b', reutersViaWsj)], 1, 2],
  ['an outlet and a source itself', reuters, [quoted('a'), quoted('b', source)], 2, 2],
  ['the same unnamed person', insider, [quoted('a'), quoted('b')], 1, 2],
  ['two unnamed people', insider, [quoted('a'), quoted('b', otherInsider)], 2, 2],
])('%s', (_name, speaker, evidence, speakers, sources) => {
  const claim: Claim = {
    id: 'claim',
    kind: 'statement',
    text: 'A claim.',
    entities: ['somebody'],
    speaker,
    notes: [],
    conflictsWith: [],
    evidence,
  };
  expect(corroborationOf(claim, 5)).toEqual({ speakers, sources, ofSources: 5 });
});
