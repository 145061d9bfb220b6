'use client'

import { UserRoundX, UsersRound } from 'lucide-react'
import * as React from 'react'
import {
  type Assignee, type Assignment, getAssignedOptionIds, getAssignOptions, toAssignment, useAdmins, useSnoozeForm, useTagChoices,
} from 'intercom-v0-kit/inbox'
import { assignDialogStrings, snoozeDialogStrings, tagsDialogStrings, useStrings } from 'intercom-v0-kit/strings'
import type { Tag } from 'intercom-v0-kit/contracts'
import { ErrorState } from '@/components/intercom/error-state'
import { ContactAvatar } from '@/components/intercom/shared/avatar-and-badge'
import { Picker, PickerItem, PickerList, type PickerProps } from '@/components/intercom/shared/picker'
import { Button } from '@/components/ui/button'
import { CommandGroup } from '@/components/ui/command'
import { Input } from '@/components/ui/input'
import { Kbd } from '@/components/ui/kbd'
import { Label } from '@/components/ui/label'
import { Skeleton } from '@/components/ui/skeleton'

function LoadingRows({ count, label }: { count: number; label: string }) {
  return (
    <div role="status" className="flex flex-col gap-1 p-1">
      <span className="sr-only">{label}</span>
      {[...Array(count).keys()].map((row) => (
        <Skeleton key={row} className="h-9" />
      ))}
    </div>
  )
}

interface SnoozeDialogProps extends PickerProps {
  /** Called with a future time in Unix seconds, after the dialog has closed. */
  onSnooze: (until: number) => void
}

function SnoozeDialog({ onSnooze, ...props }: SnoozeDialogProps) {
  const t = useStrings('snoozeDialog', snoozeDialogStrings)
  return (
    <Picker title={t('title')} description={t('description')} closeLabel={t('dismiss')} {...props}>
      <SnoozeForm
        onSnooze={(until) => {
          props.onClose()
          onSnooze(until)
        }}
      />
    </Picker>
  )
}

function SnoozeForm({ onSnooze }: Pick<SnoozeDialogProps, 'onSnooze'>) {
  const t = useStrings('snoozeDialog', snoozeDialogStrings)
  const { presets, text, setText, problem, momentText, onSubmit } = useSnoozeForm(onSnooze)
  const id = React.useId()
  const fieldRef = React.useRef<HTMLInputElement>(null)

  function onKeyDown(event: React.KeyboardEvent<HTMLElement>): void {
    const { key, currentTarget } = event
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const preset = presets[Number(key) - 1]
    const step = { ArrowDown: 1, ArrowUp: -1 }[key]
    if (preset) {
      event.preventDefault()
      onSnooze(preset.at)
    } else if (step) {
      event.preventDefault()
      const buttons = [...(currentTarget.closest('ul')?.querySelectorAll('button') ?? [])]
      buttons.at((buttons.indexOf(currentTarget as HTMLButtonElement) + step) % buttons.length)?.focus()
    } else if (key.length === 1 && key !== ' ') {
      // The browser types the character into the focused element, so focus the field first.
      fieldRef.current?.focus()
    }
  }

  return (
    <>
      <ul className="flex flex-col border-t p-1">
        {presets.map(({ choice, at, time }, index) => (
          <li key={choice}>
            <button
              type="button"
              data-slot="snooze-preset"
              aria-keyshortcuts={String(index + 1)}
              onClick={() => onSnooze(at)}
              onKeyDown={onKeyDown}
              className="flex min-h-9 w-full cursor-default items-center gap-2.5 rounded-sm px-2 py-1.5 text-start text-sm outline-hidden hover:bg-accent focus:bg-accent pointer-coarse:min-h-11"
            >
              <span className="min-w-0 flex-1">{t(choice)}</span>
              <span className="text-xs text-muted-foreground [unicode-bidi:plaintext]">{time}</span>
              <Kbd aria-hidden="true" className="pointer-coarse:hidden">
                {index + 1}
              </Kbd>
            </button>
          </li>
        ))}
      </ul>
      <form noValidate className="flex flex-col gap-1.5 border-t p-3" onSubmit={onSubmit}>
        <Label htmlFor={`${id}field`} className="text-xs text-muted-foreground">
          {t('custom')}
        </Label>
        <div className="flex gap-2">
          <Input
            ref={fieldRef}
            id={`${id}field`}
            value={text}
            onChange={(event) => setText(event.target.value)}
            placeholder={t('example')}
            autoComplete="off"
            spellCheck={false}
            enterKeyHint="done"
            aria-invalid={problem !== null}
            aria-describedby={`${id}result`}
            className="h-8 min-w-0 flex-1"
          />
          <Button type="submit" size="sm" className="pointer-coarse:h-10">
            {t('snooze')}
          </Button>
        </div>
        <p id={`${id}result`} role="status" className="text-xs text-muted-foreground empty:hidden">
          {problem ? (
            <span role="alert" className="text-destructive">
              {t(problem)}
            </span>
          ) : momentText ? (
            t('customResult', { time: momentText })
          ) : null}
        </p>
      </form>
    </>
  )
}

interface AssignDialogProps extends PickerProps {
  /** `undefined` if the selected conversations have different assignees. */
  assignee: Assignee | undefined
  onAssign: (to: Assignment) => void
}

function AssignDialog({ assignee, onAssign, ...props }: AssignDialogProps) {
  const t = useStrings('assignDialog', assignDialogStrings)
  const { data, error, reload } = useAdmins()
  const options = data ? getAssignOptions(data, assignee, t) : []
  const assignedIds = getAssignedOptionIds(assignee)
  return (
    <Picker title={t('title')} description={t('description')} closeLabel={t('dismiss')} {...props}>
      <PickerList
        label={t('find')}
        placeholder={t('placeholder')}
        footer={
          data ? null : error ? (
            <ErrorState variant="inline" error={error} onRetry={reload} />
          ) : (
            <LoadingRows count={5} label={t('loading')} />
          )
        }
      >
        {[...new Set(options.map(({ group }) => group))].map((heading) => (
          <CommandGroup key={heading} heading={heading}>
            {options.filter(({ group }) => group === heading).map(({ id, kind, label, keywords = '', hint, avatarUrl }) => (
              <PickerItem
                key={id}
                value={id}
                label={label}
                keywords={[keywords]}
                hint={hint}
                isChecked={assignedIds.includes(id)}
                onSelect={() => {
                  props.onClose()
                  onAssign(toAssignment(id))
                }}
              >
                {kind === 'admin' ? (
                  <ContactAvatar id={id.replace('admin ', '')} name={label} avatarUrl={avatarUrl ?? null} size="sm" />
                ) : kind === 'team' ? (
                  <UsersRound aria-hidden="true" className="mx-1 text-muted-foreground" />
                ) : (
                  <UserRoundX aria-hidden="true" className="mx-1 text-muted-foreground" />
                )}
              </PickerItem>
            ))}
          </CommandGroup>
        ))}
      </PickerList>
    </Picker>
  )
}

interface TagsDialogProps extends PickerProps {
  tags: readonly Tag[]
  /** Called with the ids of at least one tag to add or remove. */
  onSave: (changes: { added: string[]; removed: string[] }) => void
}

function TagsDialog({ tags, onSave, ...props }: TagsDialogProps) {
  const t = useStrings('tagsDialog', tagsDialogStrings)
  return (
    <Picker title={t('title')} description={t('description')} closeLabel={t('dismiss')} {...props}>
      <TagsForm tags={tags} onSave={onSave} onClose={props.onClose} />
    </Picker>
  )
}

function TagsForm({ tags, onSave, onClose }: Pick<TagsDialogProps, 'tags' | 'onSave' | 'onClose'>) {
  const t = useStrings('tagsDialog', tagsDialogStrings)
  const { options, error, reload, chosenIds, toggle, getChanges } = useTagChoices(tags)
  if (options?.length === 0) return <p className="px-3 pb-3 text-sm text-muted-foreground">{t('none')}</p>
  return (
    <PickerList
      isMultiple
      label={t('find')}
      placeholder={t('placeholder')}
      footer={
        options ? (
          <div className="flex justify-end border-t p-2">
            <Button
              type="button"
              size="sm"
              onClick={() => {
                const changes = getChanges()
                onClose()
                if (changes) onSave(changes)
              }}
              className="pointer-coarse:h-10"
            >
              {t('save')}
            </Button>
          </div>
        ) : error ? (
          <ErrorState variant="inline" error={error} onRetry={reload} />
        ) : (
          <LoadingRows count={3} label={t('loading')} />
        )
      }
    >
      <CommandGroup>
        {options?.map(({ id, label }) => (
          <PickerItem key={id} value={id} label={label} isChecked={chosenIds.includes(id)} onSelect={() => toggle(id)} />
        ))}
      </CommandGroup>
    </PickerList>
  )
}

export { AssignDialog, SnoozeDialog, TagsDialog }
