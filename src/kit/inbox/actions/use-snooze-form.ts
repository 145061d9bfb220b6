'use client'

import * as React from 'react'
import { formatDateTime, formatShortDateTime, useLocale, useNow } from '../../strings/index.ts'
import { createSnoozeReader } from './snooze-text.ts'
import { getSnoozeChoices } from './snooze-times.ts'

/**
 * Presets and a text field to snooze in the user's language and time zone. `onSnooze` is called with a future moment in Unix
 * seconds.
 */
export function useSnoozeForm(onSnooze: (until: number) => void) {
  const format = useLocale()
  const { locale, timeZone } = format
  const now = useNow() ?? 0
  const read = React.useMemo(() => createSnoozeReader(locale), [locale])
  const [text, setText] = React.useState('')
  const [problem, setProblem] = React.useState<'past' | 'unreadable' | null>(null)
  const moment = read(text, now, timeZone)
  return {
    /** Offered moments, with their time as text. */
    presets: getSnoozeChoices(now, timeZone).map(({ choice, at }) => ({ choice, at, time: formatShortDateTime(at, format) })),
    /** Value of the field. */
    text,
    /** Changes the field. */
    setText(value: string) {
      setText(value)
      setProblem(null)
    },
    /** Why the last submit was refused; `null` if it was not. */
    problem,
    /** Full date and time that the field means; `null` if it can't be read. */
    momentText: moment === null ? null : formatDateTime(moment, format),
    onSubmit(event: React.FormEvent) {
      event.preventDefault()
      if (moment === null) setProblem('unreadable')
      else if (moment <= now) setProblem('past')
      else onSnooze(moment)
    },
  }
}
