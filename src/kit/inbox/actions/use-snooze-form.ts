'use client'

import * as React from 'react'
import { formatDateTime, formatShortDateTime, useLocale, useNow } from '../../strings/index.ts'
import { createSnoozeReader } from './snooze-text.ts'
import { getSnoozeChoices } from './snooze-times.ts'

/** Returns presets and a text field for snoozing, in the user's time zone. `onSnooze` gets a future moment in Unix seconds. */
export function useSnoozeForm(onSnooze: (until: number) => void) {
  const format = useLocale()
  const { locale, timeZone } = format
  const now = useNow() ?? 0
  const read = React.useMemo(() => createSnoozeReader(locale), [locale])
  const [text, setText] = React.useState('')
  const [problem, setProblem] = React.useState<'past' | 'unreadable' | null>(null)
  const moment = read(text, now, timeZone)
  return {
    presets: getSnoozeChoices(now, timeZone).map(({ choice, at }) => ({ choice, at, time: formatShortDateTime(at, format) })),
    text,
    setText(value: string) {
      setText(value)
      setProblem(null)
    },
    problem,
    /** Date and time that the text means; `null` if it can't be read. */
    momentText: moment === null ? null : formatDateTime(moment, format),
    onSubmit(event: React.FormEvent) {
      event.preventDefault()
      if (moment === null) setProblem('unreadable')
      else if (moment <= now) setProblem('past')
      else onSnooze(moment)
    },
  }
}
