'use client'

import * as React from 'react'
import { Button } from '@/components/ui/button'
import { Label } from '@/components/ui/label'
import { NativeSelect, NativeSelectOption } from '@/components/ui/native-select'
import type { ConversationCounts } from 'intercom-v0-kit/contracts'
import type { FilterChoices, InboxFilter, ToolbarWords } from 'intercom-v0-kit/inbox'
import { cleanText } from 'intercom-v0-kit/strings'
import { cn } from '@/lib/utils'

const NAME_LENGTH = 60
const fieldClassName = 'h-8 ps-2 pe-8'

/** Props of {@link InboxFilterPanel}. */
interface InboxFilterPanelProps extends React.ComponentProps<'div'> {
  /** What is shown. */
  filter: InboxFilter
  /** Asks for something else. */
  onFilterChange: (filter: InboxFilter) => void
  /** Whom and what one can choose; undefined while they are on their way. */
  choices: FilterChoices
  /** Loads the choices again, where they did not come. */
  onRetry?: () => void
  /** How many open conversations there are of each kind, where that is known. */
  counts?: ConversationCounts
  /** The toolbar's words. */
  t: ToolbarWords
}

/**
 * Whose, which label, which priority, which order. Each is the browser's own list: typing finds a name in it, and every
 * phone knows how to show it.
 */
function InboxFilterPanel({
  filter,
  onFilterChange,
  choices: { admins, tags },
  onRetry,
  counts,
  t,
  className,
  ...props
}: InboxFilterPanelProps) {
  const shown = filter.state === 'open' ? counts : undefined
  return (
    <div
      role="group"
      aria-label={t('filters')}
      data-slot="inbox-filter-panel"
      className={cn('grid grid-cols-2 gap-x-2 gap-y-2 border-b bg-muted px-3 py-2.5', className)}
      {...props}
    >
      <Field label={t('assignee')}>
        {(id) => (
          <NativeSelect
            id={id}
            value={filter.assignee ?? ''}
            onChange={(event) => onFilterChange({ ...filter, assignee: event.target.value || null })}
            className={fieldClassName}
          >
            <NativeSelectOption value="">{t('anyone')}</NativeSelectOption>
            <NativeSelectOption value="me">{shown ? t('meCount', { count: shown.mine }) : t('me')}</NativeSelectOption>
            <NativeSelectOption value="unassigned">
              {shown ? t('unassignedCount', { count: shown.unassigned }) : t('unassigned')}
            </NativeSelectOption>
            <People label={t('teammates')} people={admins?.admins ?? []} />
            <People label={t('teams')} people={admins?.teams ?? []} prefix="team:" />
            <Unlisted
              value={filter.assignee}
              isListed={(value) =>
                ['me', 'unassigned'].includes(value) ||
                admins?.admins.some((admin) => admin.id === value) ||
                admins?.teams.some((team) => `team:${team.id}` === value)
              }
              word={admins ? t('unknownAssignee') : '…'}
            />
          </NativeSelect>
        )}
      </Field>
      <Field label={t('tag')}>
        {(id) => (
          <NativeSelect
            id={id}
            value={filter.tagId ?? ''}
            onChange={(event) => onFilterChange({ ...filter, tagId: event.target.value || null })}
            className={fieldClassName}
          >
            <NativeSelectOption value="">{t('anyTag')}</NativeSelectOption>
            {tags?.map((tag) => (
              <NativeSelectOption key={tag.id} value={tag.id}>
                {cleanText(tag.name, NAME_LENGTH)}
              </NativeSelectOption>
            ))}
            <Unlisted
              value={filter.tagId}
              isListed={(value) => tags?.some((tag) => tag.id === value)}
              word={tags ? t('unknownTag') : '…'}
            />
          </NativeSelect>
        )}
      </Field>
      <Field label={t('priority')}>
        {(id) => (
          <NativeSelect
            id={id}
            value={filter.priority ?? ''}
            onChange={(event) =>
              onFilterChange({ ...filter, priority: (event.target.value || null) as InboxFilter['priority'] })
            }
            className={fieldClassName}
          >
            <NativeSelectOption value="">{t('anyPriority')}</NativeSelectOption>
            <NativeSelectOption value="priority">{t('withPriority')}</NativeSelectOption>
            <NativeSelectOption value="not_priority">{t('withoutPriority')}</NativeSelectOption>
          </NativeSelect>
        )}
      </Field>
      <Field label={t('sort')}>
        {(id) => (
          <NativeSelect
            id={id}
            value={filter.sort}
            onChange={(event) => onFilterChange({ ...filter, sort: event.target.value as InboxFilter['sort'] })}
            className={fieldClassName}
          >
            <NativeSelectOption value="newest">{t('newest')}</NativeSelectOption>
            <NativeSelectOption value="waiting">{t('waiting')}</NativeSelectOption>
            <NativeSelectOption value="oldest">{t('oldest')}</NativeSelectOption>
          </NativeSelect>
        )}
      </Field>
      {onRetry ? (
        <p role="alert" className="col-span-2 flex items-center justify-between gap-2 text-xs">
          {t('notLoaded')}
          <Button type="button" variant="outline" size="sm" onClick={onRetry}>
            {t('retry')}
          </Button>
        </p>
      ) : null}
    </div>
  )
}

function Field({ label, children }: { label: string; children: (id: string) => React.ReactNode }) {
  const id = React.useId()
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <Label htmlFor={id} className="truncate text-xs font-normal text-muted-foreground">
        {label}
      </Label>
      {children(id)}
    </div>
  )
}

function People({ label, people, prefix = '' }: { label: string; people: { id: string; name: string }[]; prefix?: string }) {
  if (people.length === 0) return null
  return (
    <optgroup label={label}>
      {people.map(({ id, name }) => (
        <NativeSelectOption key={id} value={`${prefix}${id}`}>
          {cleanText(name, NAME_LENGTH)}
        </NativeSelectOption>
      ))}
    </optgroup>
  )
}

/** What is chosen has its place in the list, also where nobody knows its name. */
function Unlisted({
  value,
  isListed,
  word,
}: {
  value: string | null
  isListed: (value: string) => boolean | undefined
  word: string
}) {
  if (value === null || isListed(value)) return null
  return <NativeSelectOption value={value}>{word}</NativeSelectOption>
}

export { InboxFilterPanel, type InboxFilterPanelProps }
