'use client'

import * as React from 'react'
import { formatDateTime, formatShortDateTime, useLocale, useNow } from '../../strings/index.ts'
import { fieldsOf, readMoment, snoozeChoices } from './snooze-times.ts'

/**
 * Presets and fields for a moment to snooze a conversation until, in the calendar of the user's time zone.
 *
 * @param onSnooze called with a future moment in Unix seconds
 */
export function useSnoozeForm(onSnooze: (until: number) => void) {
  const format = useLocale()
  const { timeZone } = format
  const now = useNow() ?? 0
  const presets = snoozeChoices(now, timeZone)
  const [fields, setFields] = React.useState(() => fieldsOf(presets[0]?.at ?? now, timeZone))
  const [problem, setProblem] = React.useState<'past' | 'unreadable' | null>(null)
  const moment = readMoment(fields.date, fields.time, timeZone)
  return {
    /** Offered moments, with their time as text. */
    presets: presets.map(({ choice, at }) => ({ choice, at, time: formatShortDateTime(at, format) })),
    /** Values of the fields. */
    fields,
    /** Changes a field. */
    setField(name: 'date' | 'time', value: string) {
      setFields({ ...fields, [name]: value })
      setProblem(null)
    },
    /** First day that can be chosen. */
    minDate: fieldsOf(now, timeZone).date,
    /** Why the last submit was refused; `null` if it was not. */
    problem,
    /** Full date and time that the fields hold; `null` if they are incomplete. */
    momentText: moment === null ? null : formatDateTime(moment, format),
    /** Handles the submit event of the form. */
    onSubmit(event: React.FormEvent) {
      event.preventDefault()
      if (moment === null) setProblem('unreadable')
      else if (moment <= now) setProblem('past')
      else onSnooze(moment)
    },
  }
}
