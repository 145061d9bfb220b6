/** Moments are Unix seconds. Time zones are IANA names and default to the browser's. */

export interface WallTime {
  year: number
  /** 1 to 12. */
  month: number
  day: number
  /** 0 to 23. */
  hour: number
  minute: number
}

type SnoozeChoice = 'laterToday' | 'tomorrow' | 'inTwoDays' | 'nextWeek' | 'nextMonth'

const HOURS_LATER = 3
export const MORNING_HOUR = 9
const EVENING_HOUR = 20
const MONDAY = 1
const HOUR = 3_600

export function toWallTime(at: number, timeZone?: string): WallTime {
  const numeric = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const
  const format = new Intl.DateTimeFormat('en-US', { ...numeric, era: 'short', hourCycle: 'h23', calendar: 'iso8601', timeZone })
  const parts = format.formatToParts(at * 1000)
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value)
  return { year: number('year'), month: number('month'), day: number('day'), hour: number('hour'), minute: number('minute') }
}

const toUtc = ({ year, month, day, hour, minute }: WallTime) => Date.UTC(year, month - 1, day, hour, minute) / 1000

function getOffset(at: number, timeZone: string | undefined): number {
  const minute = Math.floor(at / 60) * 60
  return toUtc(toWallTime(minute, timeZone)) - minute
}

/** Returns the first moment at which clocks show a time. A skipped time moves later; overflow is as in `Date.UTC`. */
export function toUnixSeconds(wall: WallTime, timeZone?: string): number {
  const utc = toUtc(wall)
  // No clock changes by more than this at once.
  const before = getOffset(utc - 24 * HOUR, timeZone)
  const after = getOffset(utc + 24 * HOUR, timeZone)
  const [first, second] = [utc - before, utc - after]
  if (getOffset(first, timeZone) === before) return first
  return getOffset(second, timeZone) === after ? second : first
}

/** Returns the days until the next Monday, 1 to 7. */
export function getDaysToMonday(today: WallTime): number {
  return (MONDAY - new Date(toUtc(today) * 1000).getUTCDay() + 7) % 7 || 7
}

/** Returns the presets, nearest first. "Later today" is in three hours, unless that is late in the day. */
export function getSnoozeChoices(now: number, timeZone?: string): { choice: SnoozeChoice; at: number }[] {
  const today = toWallTime(now, timeZone)
  const toMorning = (days: number, months = 0) =>
    toUnixSeconds({ ...today, month: today.month + months, day: today.day + days, hour: MORNING_HOUR, minute: 0 }, timeZone)

  // Full hours of the time zone, not of UTC.
  const offset = getOffset(now, timeZone)
  const laterAt = Math.ceil((now + HOURS_LATER * HOUR + offset) / HOUR) * HOUR - offset
  const later = toWallTime(laterAt, timeZone)
  const isToday = later.day === today.day && later.hour <= EVENING_HOUR
  const toMonday = getDaysToMonday(today)
  return [
    ...(isToday ? [{ choice: 'laterToday' as const, at: laterAt }] : []),
    { choice: 'tomorrow', at: toMorning(1) },
    // On Saturday, that is Monday.
    ...(toMonday === 2 ? [] : [{ choice: 'inTwoDays' as const, at: toMorning(2) }]),
    // On Sunday, that is tomorrow.
    ...(toMonday > 1 ? [{ choice: 'nextWeek' as const, at: toMorning(toMonday) }] : []),
    { choice: 'nextMonth', at: toMorning(0, 1) },
  ]
}
