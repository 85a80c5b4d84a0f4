import { describe, expect, test } from 'vitest';
import { currentStop, goBack, goOn, previousName, startTrail, type Trail } from './card-trail';

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
