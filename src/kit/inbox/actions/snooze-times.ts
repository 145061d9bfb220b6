/** Moments to snooze a conversation until, by the calendar of a time zone. All moments are in Unix seconds. */

/** A local date and time. */
export interface WallTime {
  year: number
  /** 1 to 12. */
  month: number
  day: number
  /** 0 to 23. */
  hour: number
  minute: number
}

/** A preset. */
export type SnoozeChoice = 'laterToday' | 'tomorrow' | 'inTwoDays' | 'nextWeek' | 'nextMonth'

/** Hours until "later today". */
const LATER = 3
/** Hour at which a working day begins. */
export const MORNING = 9
/** Latest hour of "later today". */
const EVENING = 20
const MONDAY = 1

const HOUR = 3_600
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string | undefined): Intl.DateTimeFormat {
  const key = timeZone ?? ''
  let format = formats.get(key)
  if (!format) {
    const numeric = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const
    format = new Intl.DateTimeFormat('en-US', { ...numeric, era: 'short', hourCycle: 'h23', calendar: 'iso8601', timeZone })
    formats.set(key, format)
  }
  return format
}

/**
 * Converts a moment to a local date and time.
 *
 * @param timeZone IANA time zone. @default the browser's own
 */
export function wallTimeAt(at: number, timeZone?: string): WallTime {
  const parts = formatOf(timeZone).formatToParts(at * 1000)
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value)
  return { year: number('year'), month: number('month'), day: number('day'), hour: number('hour'), minute: number('minute') }
}

const asUtc = ({ year, month, day, hour, minute }: WallTime) => Date.UTC(year, month - 1, day, hour, minute) / 1000

/** Seconds that a time zone is ahead of UTC at a moment. */
function offsetAt(at: number, timeZone: string | undefined): number {
  const minute = Math.floor(at / 60) * 60
  return asUtc(wallTimeAt(minute, timeZone)) - minute
}

/**
 * Converts a local date and time to a moment. When the clocks go back it returns the first of two moments; a time that
 * they skip is later by as much as they skip.
 *
 * @param wall date and time; values beyond their range carry over, as in `Date.UTC`
 * @param timeZone IANA time zone. @default the browser's own
 */
export function momentOf(wall: WallTime, timeZone?: string): number {
  const utc = asUtc(wall)
  // No clock changes by more than a day.
  const before = offsetAt(utc - 24 * HOUR, timeZone)
  const after = offsetAt(utc + 24 * HOUR, timeZone)
  const [first, second] = [utc - before, utc - after]
  if (offsetAt(first, timeZone) === before) return first
  return offsetAt(second, timeZone) === after ? second : first
}

/** Returns the days until the next Monday, 1 to 7. */
export function daysToMonday(today: WallTime): number {
  return (MONDAY - new Date(asUtc(today) * 1000).getUTCDay() + 7) % 7 || 7
}

/**
 * Returns the presets, nearest first: later today unless it is evening, then mornings: tomorrow, in two days, on Monday,
 * and in a month.
 *
 * @param timeZone IANA time zone. @default the browser's own
 */
export function snoozeChoices(now: number, timeZone?: string): { choice: SnoozeChoice; at: number }[] {
  const today = wallTimeAt(now, timeZone)
  const morning = (days: number, months = 0) =>
    momentOf({ ...today, month: today.month + months, day: today.day + days, hour: MORNING, minute: 0 }, timeZone)

  // The next full hour.
  const whole = Math.ceil((now + LATER * HOUR + offsetAt(now, timeZone)) / HOUR) * HOUR - offsetAt(now, timeZone)
  const later = wallTimeAt(whole, timeZone)
  const isToday = later.day === today.day && later.hour <= EVENING
  const toMonday = daysToMonday(today)
  return [
    ...(isToday ? [{ choice: 'laterToday' as const, at: whole }] : []),
    { choice: 'tomorrow', at: morning(1) },
    // On Saturday, that is Monday.
    ...(toMonday === 2 ? [] : [{ choice: 'inTwoDays' as const, at: morning(2) }]),
    // On Sunday, that is tomorrow.
    ...(toMonday > 1 ? [{ choice: 'nextWeek' as const, at: morning(toMonday) }] : []),
    { choice: 'nextMonth', at: morning(0, 1) },
  ]
}
