import { getDaysToMonday, toUnixSeconds, MORNING_HOUR, type WallTime, toWallTime } from './snooze-times.ts'

const units = ['minute', 'hour', 'day', 'week', 'month'] as const
type Unit = (typeof units)[number]

interface Vocabulary {
  units: Map<string, Unit>
  /** Phrases that include their number, such as "tomorrow". */
  phrases: Map<string, { unit: Unit; count: number }>
  /** 0 is Sunday. */
  weekdays: Map<string, number>
  /** 1 is January. */
  months: Map<string, number>
  dayPeriods: Map<string, 'am' | 'pm'>
  fillers: Map<string, true>
  isDayFirst: boolean
}

/** Converts digits of every script to ASCII, and removes case, dots after words and direction marks. */
function normalize(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/\p{Cf}/gu, '')
    .toLowerCase()
    .replace(/(\p{L})\./gu, '$1')
    .replace(/[\s,،、]+/g, ' ')
    .trim()
}

const DAY = 86_400_000
const MAX_TEXT = 60

function readVocabulary(locale: string): Vocabulary {
  const words: Vocabulary = {
    units: new Map(Object.entries({ m: 'minute', min: 'minute', h: 'hour', d: 'day', w: 'week', mo: 'month' } as const)),
    phrases: new Map(),
    weekdays: new Map(),
    months: new Map(),
    dayPeriods: new Map(Object.entries({ am: 'am', pm: 'pm' } as const)),
    fillers: new Map(),
    isDayFirst: true,
  }
  const add = <Value>(map: Map<string, Value>, text: string | undefined, value: Value) => {
    const word = normalize(text ?? '')
    if (/\p{L}/u.test(word) && !map.has(word)) map.set(word, value)
  }
  const addFillers = (parts: { type: string; value: string }[]) => {
    for (const { type, value } of parts) if (type === 'literal') value.split(/\s/).forEach((word) => add(words.fillers, word, true))
  }

  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  for (const unit of units) {
    const amounts = (['long', 'short', 'narrow'] as const).map((unitDisplay) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay }))
    for (const count of [0, 1, 2, 3, 11, 100]) {
      const parts = relative.formatToParts(count, unit)
      const at = parts.findIndex(({ type }) => type === 'integer')
      if (at < 0) add(words.phrases, parts.map(({ value }) => value).join(''), { unit, count })
      else {
        add(words.units, parts[at + 1]?.value, unit)
        addFillers(parts.slice(0, at))
      }
      for (const amount of amounts) {
        const named = amount.formatToParts(count)
        const name = named.find(({ type }) => type === 'unit')?.value
        if (named.some(({ type }) => type === 'integer')) add(words.units, name, unit)
        // Arabic has a word for two days.
        else add(words.phrases, name, { unit, count })
      }
    }
  }
  const formatPart = (type: Intl.DateTimeFormatPartTypes, options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
    return (at: number) => format.formatToParts(at).find((part) => part.type === type)?.value
  }
  for (const style of ['long', 'short'] as const) {
    const getWeekdayName = formatPart('weekday', { weekday: style })
    // 4 January 1970 was a Sunday.
    for (let day = 0; day < 7; day++) add(words.weekdays, getWeekdayName((day + 3) * DAY), day)
    // Some languages inflect a month after a day.
    for (const getMonthName of [formatPart('month', { month: style }), formatPart('month', { month: style, day: 'numeric' })]) {
      for (let month = 0; month < 12; month++) add(words.months, getMonthName(Date.UTC(1970, month)), month + 1)
    }
  }
  const getPeriodName = formatPart('dayPeriod', { hour: 'numeric', hour12: true })
  add(words.dayPeriods, getPeriodName(9 * 3_600_000), 'am')
  add(words.dayPeriods, getPeriodName(21 * 3_600_000), 'pm')
  addFillers(new Intl.DateTimeFormat(locale, { hour: 'numeric', hour12: false }).formatToParts(0))
  addFillers(new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' }).formatToParts(0))
  const order = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric' }).formatToParts(0).map(({ type }) => type)
  words.isDayFirst = order.indexOf('day') < order.indexOf('month')
  return words
}

// Japanese has no spaces between words.
const isJoined = (before: string, after: string) => /\p{L}/u.test(before) && /\p{L}/u.test(after) && !/[\p{sc=Han}\p{sc=Hira}]/u.test(before + after)

/** Returns a function that reads text such as "3d" or "fri 14:30" as Unix seconds, even past ones; `null` if unreadable. */
export function createSnoozeReader(locale: string): (text: string, now: number, timeZone?: string) => number | null {
  const words = readVocabulary(locale)

  return (text, now, timeZone) => {
    let rest = normalize(text.slice(0, MAX_TEXT))
    const consume = <Value>(map: Map<string, Value>): Value | undefined => {
      for (const word of [...map.keys()].sort((a, b) => b.length - a.length)) {
        const at = rest.indexOf(word)
        const end = at + word.length
        if (at < 0 || isJoined(rest.charAt(at - 1), word) || isJoined(word.slice(-1), rest.charAt(end))) continue
        rest = `${rest.slice(0, at)} ${rest.slice(end)}`.trim()
        return map.get(word)
      }
      return undefined
    }
    const consumeMatch = (pattern: RegExp): number[] | undefined => {
      const match = pattern.exec(rest)
      if (match) rest = rest.replace(match[0], ' ').trim()
      return match?.slice(1).map(Number)
    }

    const today = toWallTime(now, timeZone)
    let day: Pick<WallTime, 'year' | 'month' | 'day'> | undefined
    let seconds = 0
    const addTo = (unit: Unit, count: number) => {
      if (unit === 'minute') seconds += count * 60
      else if (unit === 'hour') seconds += count * 3_600
      else {
        const from = day ?? today
        day = { ...from, month: from.month + (unit === 'month' ? count : 0), day: from.day + (unit === 'month' ? 0 : count * (unit === 'week' ? 7 : 1)) }
      }
    }

    const iso = consumeMatch(/(\d{4})-(\d{1,2})-(\d{1,2})/)
    const numeric = iso ? undefined : consumeMatch(/(\d{1,2})[/.月](\d{1,2})(?!\d)[.日]?(?![:\d])/)
    const [first, second] = numeric ?? []
    const [year, month, date] = iso ?? (words.isDayFirst ? [undefined, second, first] : [undefined, first, second])
    if (month !== undefined && date !== undefined) day = toDate(today, month, date, year)
    else {
      for (const [amount, count, word] of rest.matchAll(/(\d{1,4})\s?(\p{L}+)/gu)) {
        const unit = words.units.get(word ?? '')
        if (!unit) continue
        addTo(unit, Number(count))
        rest = rest.replace(amount, ' ').trim()
      }
      const named = consume(words.months)
      const phrase = named ? undefined : consume(words.phrases)
      const weekday = named || phrase ? undefined : consume(words.weekdays)
      if (named) {
        const dayOfMonth = consumeMatch(/(\d{1,2})\.?(?![\d:])/)?.[0]
        day = dayOfMonth === undefined ? undefined : toDate(today, named, dayOfMonth)
        if (!day) return null
      } else if (phrase?.unit === 'week' && phrase.count === 1) day = { ...today, day: today.day + getDaysToMonday(today) }
      else if (phrase) addTo(phrase.unit, phrase.count)
      else if (weekday !== undefined) day = { ...today, day: today.day + ((weekday - getWeekday(today) + 7) % 7 || 7) }
    }
    if ((iso || numeric) && !day) return null

    const period = consume(words.dayPeriods)
    while (consume(words.fillers));
    const time = /^(\d{1,2})(?:[:.h](\d{2})?)?(?: (\d{2}))?$/.exec(rest)
    if (rest !== '' && !time) return null
    if (seconds > 0) return time ? null : now + seconds
    if (!day && !time) return null
    const hour = time ? toHour(Number(time[1]), period) : MORNING_HOUR
    const minute = Number(time?.[2] ?? time?.[3] ?? 0)
    if (hour === null || minute > 59) return null
    const at = toUnixSeconds({ ...(day ?? today), hour, minute }, timeZone)
    return day || at > now ? at : toUnixSeconds({ ...today, day: today.day + 1, hour, minute }, timeZone)
  }
}

function toHour(hour: number, period: 'am' | 'pm' | undefined): number | null {
  if (!period) return hour < 24 ? hour : null
  if (hour < 1 || hour > 12) return null
  return (hour % 12) + (period === 'pm' ? 12 : 0)
}

const getWeekday = ({ year, month, day }: WallTime) => new Date(Date.UTC(year, month - 1, day)).getUTCDay()

/** Returns the next such date if no year is given; `undefined` if the date doesn't exist. */
function toDate(today: WallTime, month: number, day: number, year?: number): Pick<WallTime, 'year' | 'month' | 'day'> | undefined {
  const hasPassed = month < today.month || (month === today.month && day < today.day)
  const given = { year: year ?? today.year + (hasPassed ? 1 : 0), month, day }
  const date = new Date(Date.UTC(given.year, month - 1, day))
  return date.getUTCMonth() + 1 === month && date.getUTCDate() === day ? given : undefined
}
