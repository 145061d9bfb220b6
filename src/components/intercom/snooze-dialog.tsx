'use client'

import * as React from 'react'
import { fieldsOf, FocusReturn, readMoment, snoozeChoices } from 'intercom-v0-kit/inbox'
import {
  formatDateTime, formatShortDateTime, type MessageTable, snoozeDialogMessages, type Translate, useLocale,
  useMessages, useNow,
} from 'intercom-v0-kit/strings'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent, DialogDescription, DialogFooter, DialogHeader, DialogTitle } from '@/components/ui/dialog'
import { Input } from '@/components/ui/input'
import { Label } from '@/components/ui/label'

/** Props of {@link SnoozeDialog}. */
interface SnoozeDialogProps {
  /** Whether it is shown. */
  open: boolean
  /** Told when it wants to be shown or hidden. */
  onOpenChange: (open: boolean) => void
  /** A moment was chosen, in Unix seconds; it lies ahead. The dialog has closed. */
  onSnooze: (until: number) => void
  /** Gives the focus back when it has closed. */
  onFocusReturn?: () => void
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
}

/**
 * Asks until when a conversation is put aside: later today, tomorrow, next week, or a date and a time, by the calendar
 * of the reader's time zone.
 */
function SnoozeDialog({ open, onOpenChange, onSnooze, onFocusReturn, messages }: SnoozeDialogProps) {
  const t = useMessages('snoozeDialog', snoozeDialogMessages, messages)
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent>
        <FocusReturn onReturn={onFocusReturn} />
        <DialogHeader>
          <DialogTitle>{t('title')}</DialogTitle>
          <DialogDescription>{t('description')}</DialogDescription>
        </DialogHeader>
        <SnoozeForm
          t={t}
          onSnooze={(until) => {
            onOpenChange(false)
            onSnooze(until)
          }}
        />
      </DialogContent>
    </Dialog>
  )
}

interface SnoozeFormProps {
  t: Translate<typeof snoozeDialogMessages>
  onSnooze: (until: number) => void
}

function SnoozeForm({ t, onSnooze }: SnoozeFormProps) {
  const format = useLocale()
  const { timeZone } = format
  const now = useNow() ?? 0
  const [fields, setFields] = React.useState(() => fieldsOf(snoozeChoices(now, timeZone)[0]?.at ?? now, timeZone))
  const [problem, setProblem] = React.useState<'past' | 'unreadable' | null>(null)
  const id = React.useId()
  const moment = readMoment(fields.date, fields.time, timeZone)

  const set = (change: Partial<typeof fields>) => {
    setFields({ ...fields, ...change })
    setProblem(null)
  }
  const input = (name: 'date' | 'time') => (
    <div className="flex min-w-0 flex-1 flex-col gap-1.5">
      <Label htmlFor={`${id}${name}`}>{t(name)}</Label>
      <Input
        id={`${id}${name}`}
        type={name}
        value={fields[name]}
        min={name === 'date' ? fieldsOf(now, timeZone).date : undefined}
        onChange={(event) => set({ [name]: event.target.value })}
        aria-invalid={problem !== null}
        aria-describedby={`${id}result`}
      />
    </div>
  )

  return (
    <>
      <ul className="flex flex-col gap-1">
        {snoozeChoices(now, timeZone).map(({ choice, at }) => (
          <li key={choice}>
            <Button
              type="button"
              variant="outline"
              onClick={() => onSnooze(at)}
              className="h-auto min-h-9 w-full flex-wrap justify-between gap-x-3 gap-y-0 px-3 py-1.5 text-start whitespace-normal pointer-coarse:min-h-11"
            >
              <span>{t(choice)}</span>
              <span className="text-xs font-normal text-muted-foreground [unicode-bidi:plaintext]">
                {formatShortDateTime(at, format)}
              </span>
            </Button>
          </li>
        ))}
      </ul>
      <form
        noValidate
        className="flex flex-col gap-3 border-t pt-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (moment === null) setProblem('unreadable')
          else if (moment <= now) setProblem('past')
          else onSnooze(moment)
        }}
      >
        <fieldset className="flex flex-wrap gap-3">
          <legend className="mb-2 text-sm font-medium">{t('custom')}</legend>
          {input('date')}
          {input('time')}
        </fieldset>
        <p id={`${id}result`} className="min-h-4 text-xs text-muted-foreground">
          {problem ? (
            <span role="alert" className="text-destructive">
              {t(problem)}
            </span>
          ) : moment === null ? null : (
            t('customResult', { time: formatDateTime(moment, format) })
          )}
        </p>
        <DialogFooter>
          <DialogClose asChild>
            <Button type="button" variant="ghost">{t('cancel')}</Button>
          </DialogClose>
          <Button type="submit">{t('snooze')}</Button>
        </DialogFooter>
      </form>
    </>
  )
}

export { SnoozeDialog, type SnoozeDialogProps }
