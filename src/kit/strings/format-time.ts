/** Language and time zone of the user. Times are in Unix seconds. */
export interface TimeFormat {
  /** BCP 47 tag. */
  locale: string
  /** IANA time zone. Default: the browser's. */
  timeZone?: string | undefined
}

const MINUTE = 60
const HOUR = 60 * MINUTE
const QUARTER = 15 * MINUTE
const DAY = 24 * HOUR
const WEEK = 7 * DAY

// Creating a formatter takes a hundred times as long as using it.
const dateFormats = new Map<Intl.DateTimeFormatOptions, Map<string, Intl.DateTimeFormat>>()
const numberFormats = new Map<string, Intl.NumberFormat>()
const relativeFormats = new Map<string, Intl.RelativeTimeFormat>()

// Keys of `dateFormats`: building a key of the options would take as long as formatting.
const numericDay: Intl.DateTimeFormatOptions = { year: 'numeric', month: '2-digit', day: '2-digit' }
const timeOfDay: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' }
const shortDate: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' }
const fullDateTime: Intl.DateTimeFormatOptions = { dateStyle: 'full', timeStyle: 'short' }
const shortDateTime: Intl.DateTimeFormatOptions = {
  weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit',
}
const weekdayTime: Intl.DateTimeFormatOptions = { weekday: 'short', hour: 'numeric', minute: '2-digit' }
const weekday: Intl.DateTimeFormatOptions = { weekday: 'long' }

function dateFormat({ locale, timeZone }: TimeFormat, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  let formats = dateFormats.get(options)
  if (!formats) dateFormats.set(options, (formats = new Map()))
  const key = `${locale}|${timeZone}`
  let format = formats.get(key)
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(locale, { ...options, timeZone })))
  return format
}

function relativeFormat(locale: string): Intl.RelativeTimeFormat {
  let format = relativeFormats.get(locale)
  if (!format) relativeFormats.set(locale, (format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })))
  return format
}

function largestUnit(seconds: number): { value: number; unit: 'minute' | 'hour' | 'day' | 'week' } {
  const length = Math.max(0, seconds)
  if (length < HOUR) return { value: Math.floor(length / MINUTE), unit: 'minute' }
  if (length < DAY) return { value: Math.floor(length / HOUR), unit: 'hour' }
  if (length < 2 * WEEK) return { value: Math.floor(length / DAY), unit: 'day' }
  return { value: Math.floor(length / WEEK), unit: 'week' }
}

/** Formats a duration in one unit: `5m` (narrow) or `5 minutes` (long). Less than a minute is 0 minutes. */
export function formatDuration(seconds: number, locale: string, width: 'narrow' | 'long' = 'narrow'): string {
  const { value, unit } = largestUnit(seconds)
  const key = `${locale}|${unit}|${width}`
  let format = numberFormats.get(key)
  if (!format) {
    numberFormats.set(key, (format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: width })))
  }
  return format.format(value)
}

/** Formats a time relative to `now`: `5 minutes ago`, `now`, `in 3 hours`. */
export function formatRelativeTime(at: number, now: number, locale: string): string {
  const format = relativeFormat(locale)
  const difference = at - now
  if (Math.abs(difference) < MINUTE) return format.format(0, 'second')
  const { value, unit } = largestUnit(Math.abs(difference))
  return format.format(difference < 0 ? -value : value, unit)
}

// In every time zone, days begin at a quarter of an hour. A growing thread asks for the same days again.
const MAX_DAY_KEYS = 5000
const dayKeys = new Map<number, string>()
let dayKeysZone: string | undefined

/** Returns the date of a time in a time zone, such as `2026-11-18`. */
export function getDayKey(at: number, timeZone?: string): string {
  const quarter = Math.floor(at / QUARTER)
  if (dayKeys.size > MAX_DAY_KEYS || timeZone !== dayKeysZone) dayKeys.clear()
  dayKeysZone = timeZone
  let day = dayKeys.get(quarter)
  if (!day) dayKeys.set(quarter, (day = dateFormat({ locale: 'en-CA', timeZone }, numericDay).format(at * 1000)))
  return day
}

/** Returns the calendar days between two times in a time zone, correct across daylight-saving changes. */
export function countDaysBetween(from: number, to: number, timeZone?: string): number {
  return Math.round((Date.parse(getDayKey(to, timeZone)) - Date.parse(getDayKey(from, timeZone))) / (DAY * 1000))
}

/** Formats the time of day: `14:05`, `2:05 PM`. */
export function formatTime(at: number, format: TimeFormat): string {
  return dateFormat(format, timeOfDay).format(at * 1000)
}

/** Formats a date: `18 Nov 2026`. */
export function formatDate(at: number, format: TimeFormat): string {
  return dateFormat(format, shortDate).format(at * 1000)
}

/** Formats a date and a time in full, for tooltips and labels. */
export function formatDateTime(at: number, format: TimeFormat): string {
  return dateFormat(format, fullDateTime).format(at * 1000)
}

/** Formats a date and a time: `Thu 19 Nov, 09:00`. */
export function formatShortDateTime(at: number, format: TimeFormat): string {
  return dateFormat(format, shortDateTime).format(at * 1000)
}

/** Formats a time in the future: `09:00` today, `Thu 09:00` within a week, else the date. */
export function formatAhead(at: number, now: number | null, format: TimeFormat): string {
  const days = now === null ? 7 : countDaysBetween(now, at, format.timeZone)
  return dateFormat(format, days > 6 ? shortDate : days > 0 ? weekdayTime : timeOfDay).format(at * 1000)
}

/** Formats a day as a heading: `Today`, `Yesterday`, the weekday within a week, else the date. */
export function formatDay(at: number, now: number | null, format: TimeFormat): string {
  const days = now === null ? Number.POSITIVE_INFINITY : countDaysBetween(at, now, format.timeZone)
  if (days === 0 || days === 1) {
    const word = relativeFormat(format.locale).format(-days, 'day')
    return word.charAt(0).toLocaleUpperCase(format.locale) + word.slice(1)
  }
  if (days > 1 && days < 7) return dateFormat(format, weekday).format(at * 1000)
  return formatDate(at, format)
}
