import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../settings/settings';
import { NO_SWITCHES } from '../sites/site-switch';
import { chooseVersion, conflictsOf } from './conflicts';
import { settingRules, settingValues } from './kind-rules';
import { EMPTY_MEMORY, meet, type SyncMemory, type Values } from './reconcile';
import { EMPTY_REPLICA, withChange } from './replica';

const ME = 'aaaaaaaaaa';
const here = settingValues(DEFAULT_SETTINGS, NO_SWITCHES);
const from = (device: string, value: unknown) =>
  withChange(EMPTY_REPLICA, device, { id: 'look', value, replaces: 'all' });
const metWith = (memory: SyncMemory, now: Values, letters: ReturnType<typeof from>[]) =>
  meet(memory, now, letters, ME, settingRules);
const choose = (memory: SyncMemory, value: unknown) => {
  const versions = conflictsOf('settings', memory, ME)[0]?.versions ?? [];
  const dot = versions.find((one) => one.value === value)?.dot;
  return dot ? chooseVersion(memory, 'look', dot, ME, settingRules.isOurs) : null;
};

describe('a version of a newer Glossator', () => {
  test('is chosen for those that know it, and nothing changes here', () => {
    // Of two with one count the device that comes later in the alphabet holds.
    const { memory } = metWith(EMPTY_MEMORY, here, [
      from('bbbbbbbbbb', 'glow'),
      from('cccccccccc', 'tint'),
    ]);
    const now = new Map([...here, ['look', 'tint']]);
    const chosen = choose(memory, 'glow');
    expect(chosen?.changes).toEqual([]);
    const again = metWith(chosen?.memory ?? EMPTY_MEMORY, now, []);
    expect(again.changes).toEqual([]);
    expect(again.memory.replica.records.get('look')?.map(({ value }) => value)).toEqual(['glow']);
  });

  test('that holds gives way to one of ours', () => {
    const { memory } = metWith(EMPTY_MEMORY, here, [
      from('bbbbbbbbbb', 'tint'),
      from('cccccccccc', 'glow'),
    ]);
    const chosen = choose(memory, 'tint');
    expect(chosen?.changes).toEqual([
      { id: 'look', before: DEFAULT_SETTINGS.look, after: 'tint', beside: [] },
    ]);
    const now = new Map([...here, ['look', 'tint']]);
    const again = metWith(chosen?.memory ?? EMPTY_MEMORY, now, []);
    expect(again.memory.replica.records.get('look')?.map(({ value }) => value)).toEqual(['tint']);
  });
});
