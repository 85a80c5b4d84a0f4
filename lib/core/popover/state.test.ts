import { describe, expect, test } from 'vitest';
import { CLOSED, nextState, type PopoverEvent, type PopoverState } from './state';

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
const out: Step = { type: 'out' };
const entered: Step = { type: 'popoverEntered' };
const left: Step = { type: 'popoverLeft' };
const dismissed: Step = { type: 'dismissed' };

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
    ['a press opens at once', [{ type: 'press', mention: 'a' }], 'open a'],
    [
      'opened by key, the pointer does not close it',
      [{ type: 'step', mention: 'a' }, out, 'timer'],
      'open a',
    ],
    ['dismissed while dwelling', [over('a'), dismissed, 'timer'], 'closed'],
    ['dismissed while open', [over('a'), 'timer', dismissed], 'closed'],
  ])('%s', (_name, steps, expected) => {
    const state = play(steps);
    expect([state.phase, 'mention' in state ? state.mention : ''].join(' ').trim()).toBe(expected);
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
