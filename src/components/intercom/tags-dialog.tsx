'use client'

import * as React from 'react'
import { ErrorState } from '@/components/intercom/error-state'
import { FindList } from '@/components/intercom/shared/find-list'
import { FocusReturn, useTags } from 'intercom-v0-kit/inbox'
import { type MessageTable, tagsDialogMessages, type Translate, useMessages } from 'intercom-v0-kit/strings'
import { Button } from '@/components/ui/button'
import {
  Dialog, DialogClose, DialogContent, DialogDescription, DialogFooter, DialogHeader, DialogTitle,
} from '@/components/ui/dialog'
import { Skeleton } from '@/components/ui/skeleton'
import type { Tag } from 'intercom-v0-kit/contracts'

/** Props of {@link TagsDialog}. */
interface TagsDialogProps {
  /** Whether it is shown. */
  open: boolean
  /** Told when it wants to be shown or hidden. */
  onOpenChange: (open: boolean) => void
  /** The tags that the conversation has. */
  tags: readonly Tag[]
  /** What is to change, by the ids of tags; at least one. The dialog has closed. */
  onSave: (changes: { added: string[]; removed: string[] }) => void
  /** Gives the focus back when it has closed. */
  onFocusReturn?: () => void
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
}

/** Asks which tags a conversation has. */
function TagsDialog({ open, onOpenChange, onFocusReturn, messages, ...props }: TagsDialogProps) {
  const t = useMessages('tagsDialog', tagsDialogMessages, messages)
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent>
        <FocusReturn onReturn={onFocusReturn} />
        <DialogHeader>
          <DialogTitle>{t('title')}</DialogTitle>
          <DialogDescription>{t('description')}</DialogDescription>
        </DialogHeader>
        <TagsForm t={t} onOpenChange={onOpenChange} {...props} />
      </DialogContent>
    </Dialog>
  )
}

interface TagsFormProps extends Pick<TagsDialogProps, 'tags' | 'onSave' | 'onOpenChange'> {
  t: Translate<typeof tagsDialogMessages>
}

function TagsForm({ tags, onSave, onOpenChange, t }: TagsFormProps) {
  const { data, error, reload } = useTags()
  const [before] = React.useState(() => tags.map(({ id }) => id))
  const [chosen, setChosen] = React.useState(before)

  if (!data && error) return <ErrorState variant="inline" error={error} onRetry={reload} />
  if (!data) {
    return (
      <div role="status" className="flex flex-col gap-2">
        <span className="sr-only">{t('loading')}</span>
        {[1, 2, 3].map((row) => (
          <Skeleton key={row} className="h-8" />
        ))}
      </div>
    )
  }
  // A tag that was deleted since can still be taken off.
  const all = [...data.tags, ...tags.filter((tag) => !data.tags.some(({ id }) => id === tag.id))]
  if (all.length === 0) return <p className="text-sm text-muted-foreground">{t('none')}</p>

  return (
    <>
      <FindList
        isMultiple
        options={all.map(({ id, name }) => ({ id, label: name }))}
        selectedIds={chosen}
        label={t('find')}
        placeholder={t('placeholder')}
        onSelect={(id) => setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])}
      />
      <DialogFooter>
        <DialogClose asChild>
          <Button type="button" variant="ghost">{t('cancel')}</Button>
        </DialogClose>
        <Button
          type="button"
          onClick={() => {
            const added = chosen.filter((id) => !before.includes(id))
            const removed = before.filter((id) => !chosen.includes(id))
            onOpenChange(false)
            if (added.length + removed.length > 0) onSave({ added, removed })
          }}
        >
          {t('save')}
        </Button>
      </DialogFooter>
    </>
  )
}

export { TagsDialog, type TagsDialogProps }
