import { assert, constantFrom, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toUnixSeconds, getSnoozeChoices, toWallTime } from '@/kit/inbox/actions/snooze-times'

const at = (iso: string) => Date.parse(iso) / 1000
const iso = (seconds: number) => new Date(seconds * 1000).toISOString()
const choicesAt = (now: string, timeZone: string) =>
  Object.fromEntries(getSnoozeChoices(at(now), timeZone).map((one) => [one.choice, iso(one.at)]))

describe('getSnoozeChoices', () => {
  it('offers three hours from now, two mornings, Monday and a month', () => {
    expect(choicesAt('2026-11-18T10:24:00Z', 'UTC')).toEqual({
      laterToday: '2026-11-18T14:00:00.000Z',
      tomorrow: '2026-11-19T09:00:00.000Z',
      inTwoDays: '2026-11-20T09:00:00.000Z',
      nextWeek: '2026-11-23T09:00:00.000Z',
      nextMonth: '2026-12-18T09:00:00.000Z',
    })
  })

  it.each([
    ['a time zone ahead', '2026-11-18T10:24:00Z', 'Asia/Tokyo', { tomorrow: '2026-11-19T00:00:00.000Z', nextWeek: '2026-11-23T00:00:00.000Z' }],
    ['a time zone half an hour off', '2026-11-18T04:00:00Z', 'Asia/Kolkata', { laterToday: '2026-11-18T07:30:00.000Z', tomorrow: '2026-11-19T03:30:00.000Z', nextWeek: '2026-11-23T03:30:00.000Z' }],
    ['the evening', '2026-11-18T17:30:00Z', 'UTC', { tomorrow: '2026-11-19T09:00:00.000Z', nextWeek: '2026-11-23T09:00:00.000Z' }],
    ['a Sunday', '2026-11-22T22:00:00Z', 'UTC', { tomorrow: '2026-11-23T09:00:00.000Z' }],
    ['a Monday', '2026-11-23T17:30:00Z', 'UTC', { tomorrow: '2026-11-24T09:00:00.000Z', nextWeek: '2026-11-30T09:00:00.000Z' }],
    ['the end of a year', '2026-12-31T22:00:00Z', 'UTC', { tomorrow: '2027-01-01T09:00:00.000Z', nextWeek: '2027-01-04T09:00:00.000Z' }],
    // In Berlin the clocks go back on 25 October and forward on 28 March.
    ['the night the clocks go back', '2026-10-24T21:00:00Z', 'Europe/Berlin', { tomorrow: '2026-10-25T08:00:00.000Z', nextWeek: '2026-10-26T08:00:00.000Z' }],
    ['the night the clocks go forward', '2027-03-27T21:00:00Z', 'Europe/Berlin', { tomorrow: '2027-03-28T07:00:00.000Z', nextWeek: '2027-03-29T07:00:00.000Z' }],
  ])('offers the right times for %s', (_name, now, timeZone, expected) => {
    const { inTwoDays: _days, nextMonth: _month, ...choices } = choicesAt(now, timeZone)
    expect(choices).toEqual(expected)
  })

  it('offers Monday once on a Saturday', () => {
    expect(Object.keys(choicesAt('2026-11-21T10:00:00Z', 'UTC'))).toEqual(['laterToday', 'tomorrow', 'nextWeek', 'nextMonth'])
  })

  it('offers no past times, and always one choice', () => {
    const zones = constantFrom('UTC', 'Asia/Kolkata', 'America/St_Johns', 'Pacific/Apia', 'Australia/Lord_Howe', 'Africa/Cairo')
    assert(property(integer({ min: at('2020-01-01'), max: at('2035-01-01') }), zones, (now, zone) => {
      const choices = getSnoozeChoices(now, zone)
      expect(choices.length).toBeGreaterThan(0)
      expect(choices.every((one, index) => one.at > (choices[index - 1]?.at ?? now))).toBe(true)
    }))
  })
})

describe('momentOf', () => {
  const berlin = (day: string, hour: number, minute = 0) => {
    const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
    return iso(toUnixSeconds({ year, month, day: date, hour, minute }, 'Europe/Berlin'))
  }

  it('uses the local clock of each day', () => {
    expect(berlin('2026-07-01', 9)).toBe('2026-07-01T07:00:00.000Z')
    expect(berlin('2026-12-01', 9)).toBe('2026-12-01T08:00:00.000Z')
  })

  it('takes the first of a repeated hour', () => {
    expect(berlin('2026-10-25', 2, 30)).toBe('2026-10-25T00:30:00.000Z')
  })

  it('takes the next hour for a skipped one', () => {
    expect(berlin('2027-03-28', 2, 30)).toBe('2027-03-28T01:30:00.000Z')
  })

  it('returns the same local time, except in a skipped or repeated hour', () => {
    const zones = constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu')
    assert(property(integer({ min: at('2000-01-01'), max: at('2040-01-01') }), zones, (seconds, zone) => {
      const minute = Math.floor(seconds / 60) * 60
      const back = toUnixSeconds(toWallTime(minute, zone), zone)
      expect(toWallTime(back, zone)).toEqual(toWallTime(minute, zone))
      expect(back).toBeLessThanOrEqual(minute)
    }))
  })
})
