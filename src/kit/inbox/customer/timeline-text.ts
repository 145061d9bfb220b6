import type { TimelineEntry, TimelineValue } from '../../contracts/index.ts'
import {
  type customerTimelineStrings, formatAttributeLabel, formatAttributeValue, formatMoney, getDayKey, type TimeFormat, type Translator,
} from '../../strings/index.ts'

/** Entries of one day. */
export interface TimelineDay {
  /** Such as `2026-11-18`. */
  key: string
  entries: TimelineEntry[]
}

/** Groups entries by day, in their order. */
export function groupByDay(entries: readonly TimelineEntry[], timeZone: string | undefined): TimelineDay[] {
  const days: TimelineDay[] = []
  for (const entry of entries) {
    const key = getDayKey(entry.created_at, timeZone)
    const last = days.at(-1)
    if (last?.key === key) last.entries.push(entry)
    else days.push({ key, entries: [entry] })
  }
  return days
}

/** Returns a key for React. Intercom keeps one event per name and second. */
export function getEntryKey(entry: TimelineEntry): string {
  return `${entry.kind}-${entry.kind === 'event' ? `${entry.event_name}-${entry.created_at}` : entry.id}`
}

/** Formats money, which Intercom has in the currency's smallest unit. */
function formatSmallestUnit(amount: number, currency: string, locale: string): string {
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions()
  return formatMoney(amount / 10 ** maximumFractionDigits, currency, locale)
}

/** Returns label and text of a value of an event's metadata. */
export function describeValue({ name, value, currency }: TimelineValue, t: Translator<typeof customerTimelineStrings>, format: TimeFormat) {
  const words = { yes: t('yes'), no: t('no'), notSet: t('notSet') }
  const text = currency && typeof value === 'number' ? formatSmallestUnit(value, currency, format.locale) : formatAttributeValue(name, value, words, format)
  return { label: formatAttributeLabel(name), text }
}
