import { locale } from '../message';

/** Coarse, so that it does not jump about: "20 seconds", "4 minutes". */
export function formatDuration(seconds: number): string {
  if (seconds < 55) return inUnit(Math.max(5, Math.ceil(seconds / 5) * 5), 'second');
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? inUnit(minutes, 'minute') : inUnit(Math.round(minutes / 60), 'hour');
}

function inUnit(value: number, unit: string): string {
  return new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'long' }).format(
    value,
  );
}
