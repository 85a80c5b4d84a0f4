import { describe, expect, test } from 'vitest';
import { CLOSED, nextState, type PopoverEvent, type PopoverState, waitOf } from './state';

type Step = PopoverEvent<string> | 'timer';

/** Plays events; 'timer' is the timer of the wait that is going on. */
function play(steps: readonly Step[]): PopoverState<string> {
  let state: PopoverState<string> = CLOSED;
  let token = 0;
  for (const step of steps) {
    const event: PopoverEvent<string> =
      step === 'timer' ? { type: 'timer', token: 'token' in state ? state.token : -1 } : step;
    state = nextState(state, event, ++token);
  }
  return state;
}

const over = (mention: string): Step => ({ type: 'over', mention });
const press = (mention: string, stays = false): Step => ({ type: 'press', mention, stays });
const step = (mention: string): Step => ({ type: 'step', mention });
const out: Step = { type: 'out' };
const entered: Step = { type: 'popoverEntered' };
const left: Step = { type: 'popoverLeft' };
const dismissed: Step = { type: 'dismissed' };
const gone: Step = { type: 'gone' };
const pinned: Step = { type: 'pinned' };
const deeper: Step = { type: 'nested', nested: true };
const back: Step = { type: 'nested', nested: false };

function words(state: PopoverState<string>): string {
  return [state.phase, 'mention' in state ? state.mention : ''].join(' ').trim();
}

describe('the popover’s life', () => {
  test.each<[string, Step[], string]>([
    ['passing over opens nothing', [over('a'), out], 'closed'],
    ['resting opens', [over('a'), 'timer'], 'open a'],
    ['moving on to another name starts the wait anew', [over('a'), over('b')], 'dwelling b'],
    ['leaving closes after a while', [over('a'), 'timer', out], 'leaving a'],
    ['and then it is closed', [over('a'), 'timer', out, 'timer'], 'closed'],
    ['coming back keeps it open', [over('a'), 'timer', out, over('a')], 'open a'],
    ['going into the popover keeps it open', [over('a'), 'timer', out, entered], 'open a'],
    [
      'leaving the popover closes after a while',
      [over('a'), 'timer', out, entered, left, 'timer'],
      'closed',
    ],
    [
      'crossing another name on the way into the popover',
      [over('a'), 'timer', over('b'), entered],
      'open a',
    ],
    ['resting on another name opens that one', [over('a'), 'timer', over('b'), 'timer'], 'open b'],
    [
      'passing over another name on the way out opens nothing',
      [over('a'), 'timer', over('b'), out, 'timer'],
      'closed',
    ],
    ['a press opens at once', [press('a')], 'open a'],
    ['pressed by mouse, leaving closes it', [press('a'), out, 'timer'], 'closed'],
    ['a tap opens what stays', [press('a', true), out, 'timer'], 'open a'],
    ['and another tap opens another', [press('a', true), dismissed, press('b', true)], 'open b'],
    ['opened by key, the pointer does not close it', [step('a'), out, 'timer'], 'open a'],
    ['but resting on a name opens that one', [step('a'), over('b'), 'timer'], 'open b'],
    ['passing over a name does not take it away', [step('a'), over('b'), out, 'timer'], 'open a'],
    ['dismissed while dwelling', [over('a'), dismissed, 'timer'], 'closed'],
    ['dismissed while open', [over('a'), 'timer', dismissed], 'closed'],
  ])('%s', (_name, steps, expected) => {
    expect(words(play(steps))).toBe(expected);
  });

  test.each<[string, Step[], string]>([
    ['stays closed while the pointer stays', [over('a'), 'timer', dismissed, over('a')], 'closed'],
    ['opens again when it comes back', [press('a'), dismissed, out, over('a')], 'dwelling a'],
    ['leaves other names alone', [press('a'), dismissed, over('b')], 'dwelling b'],
    ['can be pressed at once', [press('a'), dismissed, press('a')], 'open a'],
    ['is remembered when dismissed twice', [press('a'), dismissed, dismissed, over('a')], 'closed'],
    ['opens when it went by itself', [press('a'), gone, over('a')], 'dwelling a'],
  ])('a name whose card was closed %s', (_name, steps, expected) => {
    expect(words(play(steps))).toBe(expected);
  });

  test.each<[string, Step[], string]>([
    [
      'stays when the pointer leaves',
      [over('a'), 'timer', entered, deeper, left, 'timer'],
      'open a',
    ],
    ['stays over another name', [press('a'), deeper, over('b'), 'timer'], 'open a'],
    ['comes back from leaving', [press('a'), out, deeper, 'timer'], 'open a'],
    ['makes way for a pressed name', [press('a'), deeper, press('b')], 'open b'],
    ['is dismissed with all below it', [press('a'), deeper, dismissed], 'closed'],
    ['ends with the way back', [press('a'), deeper, back, out, 'timer'], 'closed'],
    ['begins anew with the next card', [press('a'), deeper, press('b'), out, 'timer'], 'closed'],
  ])('a look-up inside the card %s', (_name, steps, expected) => {
    expect(words(play(steps))).toBe(expected);
  });

  test.each<[string, Step[], string]>([
    ['makes room for the next', [over('a'), 'timer', pinned, over('b'), 'timer'], 'open b'],
    ['does not open twice under the pointer', [press('a'), pinned, over('a')], 'closed'],
    [
      'that is let go closes on leaving',
      [press('a'), pinned, { type: 'unpinned', mention: 'a' }, left, 'timer'],
      'closed',
    ],
  ])('a pinned card %s', (_name, steps, expected) => {
    expect(words(play(steps))).toBe(expected);
  });

  test('a timer with an old token changes nothing', () => {
    const dwelling = nextState<string>(CLOSED, { type: 'over', mention: 'a' }, 1);
    const again = nextState(
      nextState(dwelling, { type: 'out' }, 2),
      { type: 'over', mention: 'b' },
      3,
    );
    expect(nextState(again, { type: 'timer', token: 1 }, 4)).toEqual(again);
  });
});

describe('the wait while leaving', () => {
  const leaving = play([over('a'), 'timer', out]);

  test.each<[string, PopoverEvent<string>, boolean]>([
    ['goes on when the pointer moves elsewhere', { type: 'out' }, false],
    ['begins anew with each move towards the popover', { type: 'out', towards: true }, true],
    ['begins anew over another name', { type: 'over', mention: 'b' }, true],
  ])('%s', (_name, event, renewed) => {
    const next = nextState(leaving, event, 99);
    expect('token' in next && next.token === 99).toBe(renewed);
    expect(waitOf(next, { dwellMs: 100, leaveMs: 400 })).toBe(400);
  });

  test('over one and the same other name goes on, unless towards the popover', () => {
    const onB = nextState(leaving, { type: 'over', mention: 'b' }, 50);
    expect(nextState(onB, { type: 'over', mention: 'b' }, 51)).toBe(onB);
    expect(nextState(onB, { type: 'over', mention: 'b', towards: true }, 52)).toMatchObject({
      next: 'b',
      token: 52,
    });
  });
});
