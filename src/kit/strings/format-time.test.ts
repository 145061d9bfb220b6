import { describe, expect, it } from 'vitest'
import { getDayKey, countDaysBetween, formatAhead, formatDate, formatDay, formatDuration, formatRelativeTime, formatTime } from '@/kit/strings/format-time'

const at = (iso: string) => Date.parse(iso) / 1000
const MINUTE = 60
const HOUR = 3600
const DAY = 86400

describe('formatDuration', () => {
  it.each([
    [0, '0m'],
    [59, '0m'],
    [5 * MINUTE, '5m'],
    [59 * MINUTE + 59, '59m'],
    [HOUR, '1h'],
    [23 * HOUR, '23h'],
    [3 * DAY, '3d'],
    [13 * DAY, '13d'],
    [14 * DAY, '2w'],
    [-5, '0m'],
  ])('writes %s seconds as %s', (seconds, text) => {
    expect(formatDuration(seconds, 'en')).toBe(text)
  })

  it("spells it out in the user's language", () => {
    expect(formatDuration(2 * HOUR, 'en', 'long')).toBe('2 hours')
    expect(formatDuration(2 * HOUR, 'de', 'long')).toBe('2 Stunden')
  })
})

describe('formatRelativeTime', () => {
  const now = at('2026-11-18T15:24:00Z')
  it.each([
    [now, 'now'],
    [now - 59, 'now'],
    [now - 5 * MINUTE, '5 minutes ago'],
    [now - DAY, 'yesterday'],
    [now + 3 * HOUR, 'in 3 hours'],
  ])('formats %s as %s', (moment, text) => {
    expect(formatRelativeTime(moment, now, 'en')).toBe(text)
  })
})

describe('days', () => {
  it('depend on the time zone', () => {
    const lateEvening = at('2026-11-18T23:30:00Z')
    expect(getDayKey(lateEvening, 'UTC')).toBe('2026-11-18')
    expect(getDayKey(lateEvening, 'Asia/Tokyo')).toBe('2026-11-19')
  })

  it('are counted across a change of the clock', () => {
    // Berlin's clocks go back on 25 October 2026: that day has 25 hours.
    expect(countDaysBetween(at('2026-10-24T22:30:00Z'), at('2026-10-25T23:30:00Z'), 'Europe/Berlin')).toBe(1)
    // They go forward on 29 March: 23 hours.
    expect(countDaysBetween(at('2026-03-28T23:30:00Z'), at('2026-03-29T22:30:00Z'), 'Europe/Berlin')).toBe(1)
  })

  it.each([
    ['2026-11-18T00:00:00Z', 'Today'],
    ['2026-11-17T23:59:00Z', 'Yesterday'],
    ['2026-11-13T12:00:00Z', 'Friday'],
    ['2026-11-11T12:00:00Z', '11 Nov 2026'],
    ['2026-11-19T12:00:00Z', '19 Nov 2026'],
  ])('are headed for %s as %s', (moment, heading) => {
    expect(formatDay(at(moment), at('2026-11-18T15:24:00Z'), { locale: 'en-GB', timeZone: 'UTC' })).toBe(heading)
  })

  it('are dates until the current time is known', () => {
    expect(formatDay(at('2026-11-18T00:00:00Z'), null, { locale: 'en-GB', timeZone: 'UTC' })).toBe('18 Nov 2026')
  })
})

describe('formatTime and formatDate', () => {
  it('follow the language and the time zone', () => {
    const moment = at('2026-11-18T15:24:00Z')
    expect(formatTime(moment, { locale: 'en-GB', timeZone: 'UTC' })).toBe('15:24')
    expect(formatTime(moment, { locale: 'en-US', timeZone: 'America/New_York' })).toMatch(/^10:24\sAM$/)
    expect(formatDate(moment, { locale: 'de', timeZone: 'UTC' })).toBe('18. Nov. 2026')
  })
})

describe('formatAhead', () => {
  const now = at('2026-11-18T22:30:00Z')
  it.each<[string, number | null, string, string]>([
    ['2026-11-18T23:45:00Z', now, 'UTC', '23:45'],
    ['2026-11-19T09:00:00Z', now, 'UTC', 'Thu 09:00'],
    ['2026-11-24T09:00:00Z', now, 'UTC', 'Tue 09:00'],
    ['2026-11-25T09:00:00Z', now, 'UTC', '25 Nov 2026'],
    // Tomorrow starts earlier in Berlin.
    ['2026-11-18T23:45:00Z', now, 'Europe/Berlin', 'Thu 00:45'],
    ['2026-11-19T09:00:00Z', null, 'UTC', '19 Nov 2026'],
  ])('formats %s as briefly as possible', (iso, from, timeZone, text) => {
    expect(formatAhead(at(iso), from, { locale: 'en-GB', timeZone })).toBe(text)
  })
})
