import { describe, expect, test } from 'vitest';
import {
  currentStop,
  goBack,
  goOn,
  namedTrail,
  previousName,
  readingsOf,
  startTrail,
  type Trail,
} from './card-trail';

const ant = { key: 'p/ant', label: 'Ant Group' };
const ma = { key: 'p/ma', label: 'Jack Ma' };
const ali = { key: 'p/ali', label: 'Alibaba' };
const shown = (trail: Trail) => {
  const stop = currentStop(trail);
  return stop.type === 'choice' ? 'choice' : stop.entity.label;
};

describe('card trail', () => {
  test('one entity starts with its card, several with a choice', () => {
    expect(shown(startTrail(ant))).toBe('Ant Group');
    expect(shown(startTrail(ant, ma))).toBe('choice');
  });

  test('goes on and back, and says where back leads', () => {
    const onMa = goOn(goOn(startTrail(ant), ali), ma);
    expect(shown(onMa)).toBe('Jack Ma');
    expect(previousName(onMa)).toBe('Alibaba');
    expect(previousName(goBack(onMa))).toBe('Ant Group');
    expect(previousName(goBack(goBack(onMa)))).toBeNull();
    expect(shown(goBack(goBack(goBack(onMa))))).toBe('Ant Group');
  });

  test('back from a chosen card leads to the choice', () => {
    expect(previousName(goOn(startTrail(ant, ma), ma))).toBe('the choice');
  });

  test('the shown entity is not stacked on itself', () => {
    const trail = startTrail(ant);
    expect(goOn(trail, { ...ant, label: 'Ant' })).toBe(trail);
  });

  test('a reader who never stops keeps the first card and the latest ones', () => {
    let trail: Trail = startTrail(ant);
    for (let step = 0; step < 100; step++)
      trail = goOn(trail, { key: `p/${step}`, label: `${step}` });
    expect(trail.length).toBe(30);
    expect(shown(trail)).toBe('99');
    expect(trail[0]).toEqual({ type: 'card', entity: ant });
  });
});

describe('things that several packs know', () => {
  const twin = { key: 'q/ant-financial', label: 'Ant Financial' };
  /** As it is once the cards have come. */
  const nameOf = (key: string) =>
    [ant.key, twin.key].includes(key) ? ant : key === ma.key ? ma : undefined;
  const unknown = () => undefined;

  test.each<[string, Parameters<typeof readingsOf>[0], Parameters<typeof readingsOf>[1], string]>([
    ['one thing in two packs', [ant, twin], nameOf, 'Ant Group: p/ant q/ant-financial'],
    [
      'before the cards have come',
      [ant, twin],
      unknown,
      'Ant Group: p/ant, Ant Financial: q/ant-financial',
    ],
    [
      'two things, one in two packs',
      [twin, ma, ant],
      nameOf,
      'Ant Group: q/ant-financial p/ant, Jack Ma: p/ma',
    ],
    ['a thing under the name of another pack', [twin], nameOf, 'Ant Group: q/ant-financial'],
  ])('%s', (_what, entities, names, readings) => {
    const said = readingsOf(entities, names).map(
      ({ label, keys }) => `${label}: ${keys.join(' ')}`,
    );
    expect(said.join(', ')).toBe(readings);
  });

  test('there is no choice between a thing and itself, and so none to go back to', () => {
    const trail = startTrail(ant, twin);
    expect(shown(namedTrail(trail, unknown))).toBe('choice');
    expect(shown(namedTrail(trail, nameOf))).toBe('Ant Group');
    const further = namedTrail(goOn(trail, ali), nameOf);
    expect(shown(further)).toBe('Alibaba');
    expect(previousName(further)).toBe('Ant Group');
  });

  test('several things stay a choice, each under the name of its card', () => {
    const stop = currentStop(namedTrail(startTrail(twin, ma, ant), nameOf));
    expect(stop).toMatchObject({ type: 'choice', options: [ant, ma] });
  });
});
