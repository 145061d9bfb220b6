'use client'

import * as React from 'react'
import { formatDateTime, formatShortDateTime, useLocale, useNow } from '../../strings/index.ts'
import { fieldsOf, readMoment, snoozeChoices } from './snooze-times.ts'

/** Presets and fields to snooze in the user's time zone. `onSnooze` is called with a future moment in Unix seconds. */
export function useSnoozeForm(onSnooze: (until: number) => void) {
  const format = useLocale()
  const { timeZone } = format
  const now = useNow() ?? 0
  const presets = snoozeChoices(now, timeZone)
  const [fields, setFields] = React.useState(() => fieldsOf(presets[0]?.at ?? now, timeZone))
  const [problem, setProblem] = React.useState<'past' | 'unreadable' | null>(null)
  const moment = readMoment(fields.date, fields.time, timeZone)
  return {
    presets: presets.map(({ choice, at }) => ({ choice, at, time: formatShortDateTime(at, format) })),
    fields,
    setField(name: 'date' | 'time', value: string) {
      setFields({ ...fields, [name]: value })
      setProblem(null)
    },
    minDate: fieldsOf(now, timeZone).date,
    /** Why the last submit was refused; `null` if it was not. */
    problem,
    momentText: moment === null ? null : formatDateTime(moment, format),
    onSubmit(event: React.FormEvent) {
      event.preventDefault()
      if (moment === null) setProblem('unreadable')
      else if (moment <= now) setProblem('past')
      else onSnooze(moment)
    },
  }
}
