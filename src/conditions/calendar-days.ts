import { distinct } from '../lib/distinct.js';
import { dayOf, filledFrom, timesOf, type CalendarRule } from './calendar-rule.js';
import { dayLength } from './local.js';

/** When occurrences of a rule begin on a day (its number since 1970-01-01), in order, as clocks show it. */
export type ShownOn = (day: number) => readonly number[];

/** The start is given, and the answers are, as if the clocks were those of UTC. What is before the start is answered too. */
export function shownOf(given: CalendarRule, start: number): ShownOn {
  const rule = filledFrom(given, new Date(start));
  const startDay = dayOf(start);
  const times = timesOf(rule, new Date(start).getUTCSeconds());
  const fallsOn = daysOf(rule, startDay);
  if (rule.positions.length === 0) {
    return (day) => (fallsOn(day) ? times.map((time) => day * dayLength + time) : []);
  }
  let known: { readonly first: number; readonly chosen: readonly number[] } | undefined;
  return (day) => {
    if (!fallsOn(day)) return [];
    const [first, next] = periodOf(rule, day);
    if (known?.first !== first) known = { first, chosen: chosenIn(rule, fallsOn, times, first, next) };
    return known.chosen.filter((shown) => dayOf(shown) === day);
  };
}

/** What BYSETPOS chooses from a period. */
function chosenIn(
  { positions }: CalendarRule,
  fallsOn: (day: number) => boolean,
  times: readonly number[],
  first: number,
  next: number,
): readonly number[] {
  const all: number[] = [];
  for (let day = first; day < next; day++)
    if (fallsOn(day)) all.push(...times.map((time) => day * dayLength + time));
  const chosen = positions.map((position) => all.at(position > 0 ? position - 1 : position));
  return distinct(chosen)
    .filter((shown) => shown !== undefined)
    .toSorted((a, b) => a - b);
}

const dayNumber = (year: number, month: number, day: number): number =>
  Date.UTC(year, month, day) / dayLength;

/** 1 (Monday) to 7. The first of January 1970 was a Thursday. */
const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

const weekOf = (day: number, weekStart: number): number => day - ((weekdayOf(day) - weekStart + 7) % 7);

/** The day that the first week of a year begins with: the first that has four days of the year. */
const firstWeekOf = (year: number, weekStart: number): number => weekOf(dayNumber(year, 0, 4), weekStart);

/** The period of its frequency that a day is in: its first day, and that of the next. */
function periodOf({ frequency, weekStart }: CalendarRule, day: number): [first: number, next: number] {
  const date = new Date(day * dayLength);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  switch (frequency) {
    case 'DAILY':
      return [day, day + 1];
    case 'WEEKLY':
      return [weekOf(day, weekStart), weekOf(day, weekStart) + 7];
    case 'MONTHLY':
      return [dayNumber(year, month, 1), dayNumber(year, month + 1, 1)];
    case 'YEARLY':
      return [dayNumber(year, 0, 1), dayNumber(year + 1, 0, 1)];
  }
}

/** Which days the rule falls on: every part of it limits them, none adds any. */
function daysOf(rule: CalendarRule, startDay: number): (day: number) => boolean {
  const { interval, months, weeks, yearDays, monthDays, weekdays, weekStart } = rule;
  const isWanted = (wanted: readonly number[], number: number, length: number): boolean =>
    wanted.length === 0 || wanted.includes(number) || wanted.includes(number - length - 1);
  const startPeriod = periodNumber(rule, startDay);
  const numbersWithinMonth = rule.frequency === 'MONTHLY' || months.length > 0;

  return (day) => {
    if ((periodNumber(rule, day) - startPeriod) % interval !== 0) return false;
    const weekday = weekdayOf(day);
    const sameWeekday = weekdays.filter((each) => each.weekday === weekday);
    if (weekdays.length > 0 && sameWeekday.length === 0) return false;
    const date = new Date(day * dayLength);
    const year = date.getUTCFullYear();
    const month = date.getUTCMonth();
    if (months.length > 0 && !months.includes(month + 1)) return false;
    const monthDay = date.getUTCDate();
    const monthLength = dayNumber(year, month + 1, 0) - dayNumber(year, month, 0);
    if (!isWanted(monthDays, monthDay, monthLength)) return false;
    const yearDay = day - dayNumber(year, 0, 0);
    const yearLength = dayNumber(year + 1, 0, 0) - dayNumber(year, 0, 0);
    if (!isWanted(yearDays, yearDay, yearLength)) return false;
    if (weeks.length > 0) {
      const week = weekOf(day, weekStart);
      const weekYear = new Date((week + 3) * dayLength).getUTCFullYear();
      const firstWeek = firstWeekOf(weekYear, weekStart);
      const weeksInYear = (firstWeekOf(weekYear + 1, weekStart) - firstWeek) / 7;
      if (!isWanted(weeks, (week - firstWeek) / 7 + 1, weeksInYear)) return false;
    }
    if (weekdays.length === 0 || sameWeekday.some(({ ordinal }) => ordinal === null)) return true;
    const [position, length] = numbersWithinMonth ? [monthDay, monthLength] : [yearDay, yearLength];
    const ordinals = [Math.ceil(position / 7), -Math.ceil((length - position + 1) / 7)];
    return sameWeekday.some(({ ordinal }) => ordinal !== null && ordinals.includes(ordinal));
  };
}

/** Counts the periods of the rule's frequency: that of the day. */
function periodNumber({ frequency, weekStart }: CalendarRule, day: number): number {
  if (frequency === 'DAILY') return day;
  if (frequency === 'WEEKLY') return Math.floor((day - weekStart + 4) / 7);
  const date = new Date(day * dayLength);
  return frequency === 'YEARLY' ? date.getUTCFullYear() : date.getUTCFullYear() * 12 + date.getUTCMonth();
}
