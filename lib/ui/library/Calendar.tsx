import type { Count } from '../../core/library/facets';
import { yearOf } from '../../core/library/periods';
import { formatRoute, type TimelineRoute } from '../../core/library/routes';
import { formatDate } from '../format-date';
import { locale, plural, t } from '../message';

export interface CalendarProps {
  /** Years and months in the order of time. */
  readonly periods: readonly Count[];
  readonly undated: number;
  readonly route: TimelineRoute;
}

const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

/** How many claims stand where in time: a row for each year, a cell for each month, all links. */
export function Calendar({ periods, undated, route }: CalendarProps) {
  const counts = new Map(periods.map(({ value, count }) => [value, count]));
  const years = [...new Set(periods.map(({ value }) => yearOf(value)))];
  const most = Math.max(1, ...periods.filter(({ value }) => value.length > 4).map((p) => p.count));
  const { page: _, period: __, undated: ___, ...filters } = route;
  return (
    <div class="calendar-frame">
      <table class="calendar">
        <caption class="spoken">{t('library_calendar')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('library_year')}</th>
            {MONTHS.map((month) => (
              <th key={month} scope="col" abbr={monthName(month, 'long')}>
                {monthName(month, 'narrow')}
              </th>
            ))}
            <th scope="col" class="rest">
              {t('library_no_month')}
            </th>
          </tr>
        </thead>
        <tbody>
          {years.map((year) => (
            <tr key={year} class={hasMonths(periods, year) ? undefined : 'without-months'}>
              <th scope="row">
                <Cell
                  title={formatDate(year)}
                  count={totalOf(periods, year)}
                  shown={formatDate(year)}
                  period={year}
                  filters={filters}
                  chosen={route.period === year}
                />
              </th>
              {MONTHS.map((month) => {
                const period = `${year}-${month}`;
                const count = counts.get(period) ?? 0;
                return (
                  <td
                    key={month}
                    class={count > 0 ? `level-${level(count, most)}` : undefined}
                    data-month={monthName(month, 'narrow')}
                  >
                    {count > 0 && (
                      <Cell
                        title={formatDate(period)}
                        count={count}
                        shown={String(count)}
                        period={period}
                        filters={filters}
                        chosen={route.period === period}
                      />
                    )}
                  </td>
                );
              })}
              <td class="rest" data-label={t('library_no_month')}>
                {counts.get(year)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {undated > 0 && (
        <p class="undated-link">
          <a
            href={formatRoute(route.undated ? filters : { ...filters, undated: true })}
            aria-current={route.undated ? 'true' : undefined}
          >
            {plural('library_undated_count', undated)}
          </a>
        </p>
      )}
    </div>
  );
}

interface CellProps {
  readonly title: string;
  readonly count: number;
  readonly shown: string;
  readonly period: string;
  readonly filters: TimelineRoute;
  readonly chosen: boolean;
}

function Cell({ title, count, shown, period, filters, chosen }: CellProps) {
  // Decades of which no year is known cannot be filtered by.
  if (period.includes('X')) return <>{shown}</>;
  const words = t('library_calendar_cell', title, count);
  return (
    <a
      href={formatRoute(chosen ? filters : { ...filters, period })}
      aria-label={words}
      aria-current={chosen ? 'true' : undefined}
      title={words}
    >
      {shown}
    </a>
  );
}

function totalOf(periods: readonly Count[], year: string): number {
  return periods
    .filter(({ value }) => yearOf(value) === year)
    .reduce((sum, { count }) => sum + count, 0);
}

function hasMonths(periods: readonly Count[], year: string): boolean {
  return periods.some(({ value }) => value.length > 4 && yearOf(value) === year);
}

/** 1 to 4: how dark a cell is. */
function level(count: number, most: number): number {
  return Math.max(1, Math.ceil((count / most) * 4));
}

function monthName(month: string, form: 'long' | 'narrow'): string {
  const date = new Date(Date.UTC(2000, Number(month) - 1, 1));
  return new Intl.DateTimeFormat(locale(), { month: form, timeZone: 'UTC' }).format(date);
}
