/** Language and time zone of formatted times. */
export interface TimeFormat {
  /** BCP 47 tag. */
  locale: string
  /** IANA name. @default the browser's time zone */
  timeZone?: string | undefined
}

const MINUTE = 60
const HOUR = 60 * MINUTE
const QUARTER = 15 * MINUTE
const DAY = 24 * HOUR
const WEEK = 7 * DAY

// Creating a formatter is a hundred times slower than using it.
const dateFormats = new Map<Intl.DateTimeFormatOptions, Map<string, Intl.DateTimeFormat>>()
const numberFormats = new Map<string, Intl.NumberFormat>()
const relativeFormats = new Map<string, Intl.RelativeTimeFormat>()

// These objects are the keys of `dateFormats`, because building a key from options would be as slow as formatting.
const numericDay: Intl.DateTimeFormatOptions = { year: 'numeric', month: '2-digit', day: '2-digit' }
const timeOfDay: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' }
const shortDate: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' }
const fullDateTime: Intl.DateTimeFormatOptions = { dateStyle: 'full', timeStyle: 'short' }
const shortDateTime: Intl.DateTimeFormatOptions = {
  weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit',
}
const weekdayTime: Intl.DateTimeFormatOptions = { weekday: 'short', hour: 'numeric', minute: '2-digit' }
const weekday: Intl.DateTimeFormatOptions = { weekday: 'long' }

function getDateFormat({ locale, timeZone }: TimeFormat, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  let formats = dateFormats.get(options)
  if (!formats) dateFormats.set(options, (formats = new Map()))
  const key = `${locale}|${timeZone}`
  let format = formats.get(key)
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(locale, { ...options, timeZone })))
  return format
}

function getRelativeFormat(locale: string): Intl.RelativeTimeFormat {
  let format = relativeFormats.get(locale)
  if (!format) relativeFormats.set(locale, (format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })))
  return format
}

function formatUnit(value: number, unit: string, locale: string, width: 'narrow' | 'long'): string {
  const key = `${locale}|${unit}|${width}`
  let format = numberFormats.get(key)
  if (!format) {
    numberFormats.set(key, (format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: width })))
  }
  return format.format(value)
}

function toLargestUnit(seconds: number): { value: number; unit: 'minute' | 'hour' | 'day' | 'week' } {
  const length = Math.max(0, seconds)
  if (length < HOUR) return { value: Math.floor(length / MINUTE), unit: 'minute' }
  if (length < DAY) return { value: Math.floor(length / HOUR), unit: 'hour' }
  if (length < 2 * WEEK) return { value: Math.floor(length / DAY), unit: 'day' }
  return { value: Math.floor(length / WEEK), unit: 'week' }
}

/** Formats seconds in one unit: `5m` (narrow) or `5 minutes` (long). Less than a minute is 0 minutes. */
export function formatDuration(seconds: number, locale: string, width: 'narrow' | 'long' = 'narrow'): string {
  const { value, unit } = toLargestUnit(seconds)
  return formatUnit(value, unit, locale, width)
}

/** Formats minutes: `90 minutes`. */
export const formatMinutes = (minutes: number, locale: string): string => formatUnit(minutes, 'minute', locale, 'long')

/** Formats a Unix time relative to `now`: `5 minutes ago`, `now`, `in 3 hours`. */
export function formatRelativeTime(at: number, now: number, locale: string): string {
  const format = getRelativeFormat(locale)
  const difference = at - now
  if (Math.abs(difference) < MINUTE) return format.format(0, 'second')
  const { value, unit } = toLargestUnit(Math.abs(difference))
  return format.format(difference < 0 ? -value : value, unit)
}

// In every time zone, days begin at a quarter of an hour. A growing thread needs the same days again.
const MAX_DAY_KEYS = 5000
const dayKeys = new Map<number, string>()
let dayKeysZone: string | undefined

/** Returns the date of a Unix time in a time zone, such as `2026-11-18`. */
export function getDayKey(at: number, timeZone?: string): string {
  const quarter = Math.floor(at / QUARTER)
  if (dayKeys.size > MAX_DAY_KEYS || timeZone !== dayKeysZone) dayKeys.clear()
  dayKeysZone = timeZone
  let day = dayKeys.get(quarter)
  if (!day) dayKeys.set(quarter, (day = getDateFormat({ locale: 'en-CA', timeZone }, numericDay).format(at * 1000)))
  return day
}

export function countDaysBetween(from: number, to: number, timeZone?: string): number {
  return Math.round((Date.parse(getDayKey(to, timeZone)) - Date.parse(getDayKey(from, timeZone))) / (DAY * 1000))
}

/** Formats a Unix time as time of day: `14:05`, `2:05 PM`. */
export function formatTime(at: number, format: TimeFormat): string {
  return getDateFormat(format, timeOfDay).format(at * 1000)
}

/** Formats a Unix time as a date: `18 Nov 2026`. */
export function formatDate(at: number, format: TimeFormat): string {
  return getDateFormat(format, shortDate).format(at * 1000)
}

/** Formats a Unix time in full, for tooltips and labels. */
export function formatDateTime(at: number, format: TimeFormat): string {
  return getDateFormat(format, fullDateTime).format(at * 1000)
}

/** Formats a Unix time as date and time: `Thu 19 Nov, 09:00`. */
export function formatShortDateTime(at: number, format: TimeFormat): string {
  return getDateFormat(format, shortDateTime).format(at * 1000)
}

/** Formats a Unix time in the future: `09:00` today, `Thu 09:00` within a week, else the date. */
export function formatAhead(at: number, now: number | null, format: TimeFormat): string {
  const days = now === null ? 7 : countDaysBetween(now, at, format.timeZone)
  return getDateFormat(format, days > 6 ? shortDate : days > 0 ? weekdayTime : timeOfDay).format(at * 1000)
}

/** Formats a Unix time as the heading of its day: `Today`, `Yesterday`, the weekday within a week, else the date. */
export function formatDay(at: number, now: number | null, format: TimeFormat): string {
  const days = now === null ? Number.POSITIVE_INFINITY : countDaysBetween(at, now, format.timeZone)
  if (days === 0 || days === 1) {
    const word = getRelativeFormat(format.locale).format(-days, 'day')
    return word.charAt(0).toLocaleUpperCase(format.locale) + word.slice(1)
  }
  if (days > 1 && days < 7) return getDateFormat(format, weekday).format(at * 1000)
  return formatDate(at, format)
}
