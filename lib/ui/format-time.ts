import { locale } from './message';

/** An ISO date and time as the reader's clock has it: "4 May, 14:05". */
export function formatTime(time: string): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return time;
  const parts = { day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat(locale(), parts).format(date);
}
