import { describe, expect, it } from 'vitest'
import { createSnoozeReader } from '@/kit/inbox/actions/snooze-text'

const at = (iso: string) => Date.parse(iso) / 1000
// A Wednesday.
const now = at('2026-11-18T10:24:00Z')
const read = (locale: string, text: string, timeZone = 'UTC') => {
  const moment = createSnoozeReader(locale)(text, now, timeZone)
  return moment === null ? null : new Date(moment * 1000).toISOString().slice(0, 16)
}

describe('createSnoozeReader', () => {
  it.each([
    ['en', '3d', '2026-11-21T09:00'],
    ['en', 'in 3 days', '2026-11-21T09:00'],
    ['en', '2h', '2026-11-18T12:24'],
    ['en', '1h 30m', '2026-11-18T11:54'],
    ['en', '90 min', '2026-11-18T11:54'],
    ['en', '2w', '2026-12-02T09:00'],
    ['en', '1 month', '2026-12-18T09:00'],
    ['en', '3d 14:00', '2026-11-21T14:00'],
    ['en', 'Tomorrow 9', '2026-11-19T09:00'],
    ['en', 'tomorrow at 4:30pm', '2026-11-19T16:30'],
    ['en', 'next week', '2026-11-23T09:00'],
    ['en', 'fri 14:30', '2026-11-20T14:30'],
    ['en', 'Wednesday', '2026-11-25T09:00'],
    ['en', '16:30', '2026-11-18T16:30'],
    ['en', '9', '2026-11-19T09:00'],
    ['en', '12 am', '2026-11-19T00:00'],
    ['en', '20 nov', '2026-11-20T09:00'],
    ['en', 'Nov 2, 8am', '2027-11-02T08:00'],
    ['en-US', '11/20', '2026-11-20T09:00'],
    ['en-GB', '20/11 10:15', '2026-11-20T10:15'],
    ['en', '2031-01-07', '2031-01-07T09:00'],
    ['en', '2026-11-18 08:00', '2026-11-18T08:00'],
    ['de', 'morgen 9', '2026-11-19T09:00'],
    ['de', 'Übermorgen um 14 Uhr', '2026-11-20T14:00'],
    ['de', 'in 3 Tagen', '2026-11-21T09:00'],
    ['de', '2 Std.', '2026-11-18T12:24'],
    ['de', 'Freitag 8:30', '2026-11-20T08:30'],
    ['de', '20.11.', '2026-11-20T09:00'],
    ['de', '20. November 10 Uhr', '2026-11-20T10:00'],
    ['de', 'nächste Woche', '2026-11-23T09:00'],
    ['ja', '明日9時', '2026-11-19T09:00'],
    ['ja', '明日 午後3時', '2026-11-19T15:00'],
    ['ja', '3日後', '2026-11-21T09:00'],
    ['ja', '２時間', '2026-11-18T12:24'],
    ['ja', '11月20日', '2026-11-20T09:00'],
    ['ja', '金曜日', '2026-11-20T09:00'],
    ['ar', 'غدًا ٩', '2026-11-19T09:00'],
    ['ar', '٣ أيام', '2026-11-21T09:00'],
    ['ar', 'يومان', '2026-11-20T09:00'],
    ['ar', 'الجمعة ٢ م', '2026-11-20T14:00'],
  ])('reads %s %j', (locale, text, expected) => {
    expect(read(locale, text)).toBe(expected)
  })

  it.each([['en', ''], ['en', 'soon'], ['en', 'tomorrow soon'], ['en', '25:00'], ['en', '13pm'], ['en', '30 feb'], ['en', '2026-02-30'], ['de', '31.2.'], ['en', '9:75']])(
    'does not read %s %j',
    (locale, text) => {
      expect(read(locale, text)).toBeNull()
    },
  )

  it('counts in the time zone of the user', () => {
    expect(read('en', 'tomorrow 9', 'Asia/Tokyo')).toBe('2026-11-19T00:00')
  })
})
