'use client'

import { UserRoundX, UsersRound } from 'lucide-react'
import * as React from 'react'
import {
  type AssignOption, type Assignee, type Assignment, FocusReturn, getAssignedOptionIds, getAssignOptions, toAssignment,
  useAdmins, useSnoozeForm, useTagChoices,
} from 'intercom-v0-kit/inbox'
import { assignDialogMessages, snoozeDialogMessages, tagsDialogMessages, useMessages } from 'intercom-v0-kit/strings'
import type { Tag } from 'intercom-v0-kit/contracts'
import { ErrorState } from '@/components/intercom/error-state'
import { ContactAvatar } from '@/components/intercom/shared/avatar-and-badge'
import { FindList } from '@/components/intercom/shared/find-list'
import { Button } from '@/components/ui/button'
import {
  Dialog, DialogClose, DialogContent, DialogDescription, DialogFooter, DialogHeader, DialogTitle,
} from '@/components/ui/dialog'
import { Input } from '@/components/ui/input'
import { Label } from '@/components/ui/label'
import { Skeleton } from '@/components/ui/skeleton'

/** Props of every dialog about conversations. */
interface ConversationDialogProps {
  /** Whether the dialog is open. */
  open: boolean
  /** Called when the dialog wants to close. */
  onClose: () => void
  /** Moves the focus once the dialog has closed. */
  onFocusReturn: () => void
}

interface DialogShellProps extends ConversationDialogProps {
  title: string
  description: string
  children: React.ReactNode
}

function DialogShell({ open, onClose, onFocusReturn, title, description, children }: DialogShellProps) {
  return (
    <Dialog open={open} onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <DialogContent>
        <FocusReturn onReturn={onFocusReturn} />
        <DialogHeader>
          <DialogTitle>{title}</DialogTitle>
          <DialogDescription>{description}</DialogDescription>
        </DialogHeader>
        {children}
      </DialogContent>
    </Dialog>
  )
}

function LoadingRows({ count, label }: { count: number; label: string }) {
  return (
    <div role="status" className="flex flex-col gap-2">
      <span className="sr-only">{label}</span>
      {[...Array(count).keys()].map((row) => (
        <Skeleton key={row} className="h-8" />
      ))}
    </div>
  )
}

/** Props of {@link SnoozeDialog}. */
interface SnoozeDialogProps extends ConversationDialogProps {
  /** Called with a future moment in Unix seconds. The dialog has closed. */
  onSnooze: (until: number) => void
}

/** Asks until when to snooze: a preset, or a date and time. */
function SnoozeDialog({ onSnooze, ...props }: SnoozeDialogProps) {
  const t = useMessages('snoozeDialog', snoozeDialogMessages)
  return (
    <DialogShell title={t('title')} description={t('description')} {...props}>
      <SnoozeForm
        onSnooze={(until) => {
          props.onClose()
          onSnooze(until)
        }}
      />
    </DialogShell>
  )
}

function SnoozeForm({ onSnooze }: Pick<SnoozeDialogProps, 'onSnooze'>) {
  const t = useMessages('snoozeDialog', snoozeDialogMessages)
  const { presets, fields, setField, minDate, problem, momentText, onSubmit } = useSnoozeForm(onSnooze)
  const id = React.useId()
  return (
    <>
      <ul className="flex flex-col gap-1">
        {presets.map(({ choice, at, time }) => (
          <li key={choice}>
            <Button
              type="button"
              variant="outline"
              onClick={() => onSnooze(at)}
              className="h-auto min-h-9 w-full flex-wrap justify-between gap-x-3 gap-y-0 px-3 py-1.5 text-start whitespace-normal pointer-coarse:min-h-11"
            >
              <span>{t(choice)}</span>
              <span className="text-xs font-normal text-muted-foreground [unicode-bidi:plaintext]">{time}</span>
            </Button>
          </li>
        ))}
      </ul>
      <form noValidate className="flex flex-col gap-3 border-t pt-3" onSubmit={onSubmit}>
        <fieldset className="flex flex-wrap gap-3">
          <legend className="mb-2 text-sm font-medium">{t('custom')}</legend>
          {(['date', 'time'] as const).map((name) => (
            <div key={name} className="flex min-w-0 flex-1 flex-col gap-1.5">
              <Label htmlFor={`${id}${name}`}>{t(name)}</Label>
              <Input
                id={`${id}${name}`}
                type={name}
                value={fields[name]}
                min={name === 'date' ? minDate : undefined}
                onChange={(event) => setField(name, event.target.value)}
                aria-invalid={problem !== null}
                aria-describedby={`${id}result`}
              />
            </div>
          ))}
        </fieldset>
        <p id={`${id}result`} className="min-h-4 text-xs text-muted-foreground">
          {problem ? (
            <span role="alert" className="text-destructive">
              {t(problem)}
            </span>
          ) : momentText ? (
            t('customResult', { time: momentText })
          ) : null}
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

/** Props of {@link AssignDialog}. */
interface AssignDialogProps extends ConversationDialogProps {
  /** Current assignee; `undefined` if several conversations differ. */
  assignee: Assignee | undefined
  /** Called with the chosen assignee. The dialog has closed. */
  onAssign: (to: Assignment) => void
}

/** Dialog that assigns conversations to the viewer, a teammate or a team, or unassigns them. */
function AssignDialog({ assignee, onAssign, ...props }: AssignDialogProps) {
  const t = useMessages('assignDialog', assignDialogMessages)
  const { data, error, reload } = useAdmins()
  return (
    <DialogShell title={t('title')} description={t('description')} {...props}>
      {data ? (
        <FindList
          options={getAssignOptions(data, assignee, t).map((option) => ({ ...option, icon: <AssignIcon option={option} /> }))}
          selectedIds={getAssignedOptionIds(assignee)}
          label={t('find')}
          placeholder={t('placeholder')}
          onSelect={(id) => {
            props.onClose()
            onAssign(toAssignment(id))
          }}
        />
      ) : error ? (
        <ErrorState variant="inline" error={error} onRetry={reload} />
      ) : (
        <LoadingRows count={5} label={t('loading')} />
      )}
    </DialogShell>
  )
}

function AssignIcon({ option: { id, kind, label, avatarUrl } }: { option: AssignOption }) {
  if (kind === 'admin') return <ContactAvatar id={id.replace('admin ', '')} name={label} avatarUrl={avatarUrl ?? null} size="sm" />
  const Icon = kind === 'team' ? UsersRound : UserRoundX
  return <Icon aria-hidden="true" className="mx-1 size-4 shrink-0 text-muted-foreground" />
}

/** Props of {@link TagsDialog}. */
interface TagsDialogProps extends ConversationDialogProps {
  /** Tags of the conversation. */
  tags: readonly Tag[]
  /** Called with the ids of the tags to add and to remove, at least one. The dialog has closed. */
  onSave: (changes: { added: string[]; removed: string[] }) => void
}

/** Asks which tags a conversation has. */
function TagsDialog({ tags, onSave, ...props }: TagsDialogProps) {
  const t = useMessages('tagsDialog', tagsDialogMessages)
  return (
    <DialogShell title={t('title')} description={t('description')} {...props}>
      <TagsForm tags={tags} onSave={onSave} onClose={props.onClose} />
    </DialogShell>
  )
}

function TagsForm({ tags, onSave, onClose }: Pick<TagsDialogProps, 'tags' | 'onSave' | 'onClose'>) {
  const t = useMessages('tagsDialog', tagsDialogMessages)
  const { options, error, reload, chosenIds, toggle, getChanges } = useTagChoices(tags)
  if (!options && error) return <ErrorState variant="inline" error={error} onRetry={reload} />
  if (!options) return <LoadingRows count={3} label={t('loading')} />
  if (options.length === 0) return <p className="text-sm text-muted-foreground">{t('none')}</p>
  return (
    <>
      <FindList
        isMultiple
        options={options}
        selectedIds={chosenIds}
        label={t('find')}
        placeholder={t('placeholder')}
        onSelect={toggle}
      />
      <DialogFooter>
        <DialogClose asChild>
          <Button type="button" variant="ghost">{t('cancel')}</Button>
        </DialogClose>
        <Button
          type="button"
          onClick={() => {
            const changes = getChanges()
            onClose()
            if (changes) onSave(changes)
          }}
        >
          {t('save')}
        </Button>
      </DialogFooter>
    </>
  )
}

export { AssignDialog, SnoozeDialog, TagsDialog }
