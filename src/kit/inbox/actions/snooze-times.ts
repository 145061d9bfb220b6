/**
 * Moments to put a conversation aside until, by the calendar and the clock of a time zone. All moments are in Unix
 * seconds; `now` is always given.
 */

/** A date and a time as a clock on the wall shows them. */
export interface WallTime {
  year: number
  /** 1 to 12. */
  month: number
  day: number
  /** 0 to 23. */
  hour: number
  minute: number
}

/** The moments that are offered. */
export type SnoozeChoice = 'laterToday' | 'tomorrow' | 'nextWeek'

/** Hours until "later today". */
const LATER = 3
/** When a working day begins. */
const MORNING = 9
/** After this hour nothing of today is offered. */
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
 * What a clock on the wall shows at a moment.
 *
 * @param timeZone an IANA time zone; the browser's own where there is none
 */
export function wallTimeAt(at: number, timeZone?: string): WallTime {
  const parts = formatOf(timeZone).formatToParts(at * 1000)
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value)
  return { year: number('year'), month: number('month'), day: number('day'), hour: number('hour'), minute: number('minute') }
}

const asUtc = ({ year, month, day, hour, minute }: WallTime) => Date.UTC(year, month - 1, day, hour, minute) / 1000

/** Seconds by which the clocks of a time zone are ahead of UTC at a moment. */
function offsetAt(at: number, timeZone: string | undefined): number {
  const minute = Math.floor(at / 60) * 60
  return asUtc(wallTimeAt(minute, timeZone)) - minute
}

/**
 * The moment at which a clock on the wall shows a time. Of a time that comes twice (the clocks go back) it is the first;
 * for one that never comes (they go forward) it is as much later as the clocks are put forward.
 *
 * @param wall a date and time; a day or an hour beyond its range counts on, as in `Date.UTC`
 * @param timeZone an IANA time zone; the browser's own where there is none
 */
export function momentOf(wall: WallTime, timeZone?: string): number {
  const utc = asUtc(wall)
  // No clock is put on by more than this at once.
  const before = offsetAt(utc - 24 * HOUR, timeZone)
  const after = offsetAt(utc + 24 * HOUR, timeZone)
  const [first, second] = [utc - before, utc - after]
  if (offsetAt(first, timeZone) === before) return first
  return offsetAt(second, timeZone) === after ? second : first
}

/**
 * The moments to offer, the nearest first: in three hours, if that is still today and before the evening; tomorrow
 * morning; on Monday morning.
 *
 * @param timeZone an IANA time zone; the browser's own where there is none
 */
export function snoozeChoices(now: number, timeZone?: string): { choice: SnoozeChoice; at: number }[] {
  const today = wallTimeAt(now, timeZone)
  const morning = (days: number) => momentOf({ ...today, day: today.day + days, hour: MORNING, minute: 0 }, timeZone)

  // The next full hour.
  const whole = Math.ceil((now + LATER * HOUR + offsetAt(now, timeZone)) / HOUR) * HOUR - offsetAt(now, timeZone)
  const later = wallTimeAt(whole, timeZone)
  const isToday = later.day === today.day && later.hour <= EVENING

  const weekday = new Date(asUtc(today) * 1000).getUTCDay()
  const daysToMonday = (MONDAY - weekday + 7) % 7 || 7
  return [
    ...(isToday ? [{ choice: 'laterToday' as const, at: whole }] : []),
    { choice: 'tomorrow', at: morning(1) },
    // On a Sunday that is tomorrow.
    ...(daysToMonday > 1 ? [{ choice: 'nextWeek' as const, at: morning(daysToMonday) }] : []),
  ]
}

/**
 * Reads what the fields for a date and a time hold.
 *
 * @param date `2026-11-18`
 * @param time `16:30`
 * @param timeZone an IANA time zone; the browser's own where there is none
 * @returns null where one of them is not filled in, or there is no such day
 */
export function readMoment(date: string, time: string, timeZone?: string): number | null {
  const day = /^(\d{4,6})-(\d{2})-(\d{2})$/.exec(date)
  const clock = /^(\d{2}):(\d{2})/.exec(time)
  if (!day || !clock) return null
  const wall = {
    year: Number(day[1]), month: Number(day[2]), day: Number(day[3]), hour: Number(clock[1]), minute: Number(clock[2]),
  }
  const utc = new Date(asUtc(wall) * 1000)
  const isReal = utc.getUTCMonth() + 1 === wall.month && utc.getUTCDate() === wall.day && wall.hour < 24 && wall.minute < 60
  return isReal ? momentOf(wall, timeZone) : null
}

const two = (value: number) => String(value).padStart(2, '0')

/** What the fields for a date and a time hold at a moment: {@link readMoment}, the other way round. */
export function fieldsOf(at: number, timeZone?: string): { date: string; time: string } {
  const { year, month, day, hour, minute } = wallTimeAt(at, timeZone)
  return { date: `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`, time: `${two(hour)}:${two(minute)}` }
}
