import { afterEach, expect, test } from 'vitest';
import type { Mention } from './mention';
import { POPOVER_FACTORY, type PopoverHooks } from './popover-contract';
import { createPopoverDriver, type PopoverDriver } from './popover-driver';

const mention = {} as Mention;

/** What the popover is told when its code has come, after all that happened while it came. */
async function told(meanwhile: (driver: PopoverDriver) => void): Promise<string[]> {
  const heard: string[] = [];
  const control = {
    send: ({ type }: { type: string }) => heard.push(type),
    step: () => heard.push('step'),
    goTo: () => heard.push('goTo'),
  };
  let come = (): void => {};
  const driver = createPopoverDriver(
    { loadPopover: () => new Promise<void>((resolve) => (come = resolve)) } as PopoverHooks & {
      loadPopover: () => Promise<void>;
    },
    new AbortController().signal,
  );
  meanwhile(driver);
  Object.assign(globalThis, { [POPOVER_FACTORY]: () => control });
  come();
  await new Promise((done) => setTimeout(done));
  return heard;
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, POPOVER_FACTORY);
});

test.each<[string, (driver: PopoverDriver) => void, string[]]>([
  ['the pointer on a name', (it) => it.send({ type: 'over', mention }), ['over']],
  [
    'the pointer that left it again',
    (it) => {
      it.send({ type: 'over', mention });
      it.send({ type: 'out' });
    },
    [],
  ],
  [
    'a step, though the pointer comes to a name',
    (it) => {
      it.step(1);
      it.send({ type: 'over', mention });
    },
    ['step'],
  ],
  [
    'a step, though the pointer moves elsewhere',
    (it) => {
      it.step(1);
      it.send({ type: 'out' });
    },
    ['step'],
  ],
  [
    'a press, though the pointer leaves',
    (it) => {
      it.send({ type: 'press', mention, stays: true });
      it.send({ type: 'out' });
    },
    ['press'],
  ],
  [
    'the last of what was asked for',
    (it) => {
      it.step(1);
      it.goTo([], 0, () => {});
    },
    ['goTo'],
  ],
  [
    'the pointer on a name after what was dismissed',
    (it) => {
      it.step(1);
      it.send({ type: 'dismissed' });
      it.send({ type: 'over', mention });
    },
    ['over'],
  ],
  [
    'nothing of what was dismissed',
    (it) => {
      it.send({ type: 'press', mention, stays: true });
      it.send({ type: 'dismissed' });
    },
    [],
  ],
])('while the code comes: %s', async (_name, meanwhile, expected) => {
  expect(await told(meanwhile)).toEqual(expected);
});
