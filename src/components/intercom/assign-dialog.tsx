'use client'

import { UserRoundX, UsersRound } from 'lucide-react'
import { ContactAvatar } from '@/components/intercom/shared/avatar-and-badge'
import { ErrorState } from '@/components/intercom/error-state'
import { FindList, type FindListOption } from '@/components/intercom/shared/find-list'
import { FocusReturn, useAdmins } from 'intercom-v0-kit/inbox'
import { assignDialogMessages, type MessageTable, type Translate, useMessages } from 'intercom-v0-kit/strings'
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from '@/components/ui/dialog'
import { Skeleton } from '@/components/ui/skeleton'
import type { AdminsResponse } from 'intercom-v0-kit/contracts'

/** Whom to give a conversation to: what is not there stays, null takes it away. */
interface Assignment {
  admin_id?: string | null
  team_id?: string | null
}

/** Props of {@link AssignDialog}. */
interface AssignDialogProps {
  /** Whether it is shown. */
  open: boolean
  /** Told when it wants to be shown or hidden. */
  onOpenChange: (open: boolean) => void
  /** Who has the conversation now; nothing where there are several that differ. */
  assignee?: { admin_id: string | null; team_id: string | null }
  /** Somebody was chosen. The dialog has closed. */
  onAssign: (to: { admin_id?: string | null; team_id?: string | null }) => void
  /** Gives the focus back when it has closed. */
  onFocusReturn?: () => void
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
}

/** Asks whom a conversation is given to: oneself first, then teammates and teams, found by typing. */
function AssignDialog({ open, onOpenChange, assignee, onAssign, onFocusReturn, messages }: AssignDialogProps) {
  const t = useMessages('assignDialog', assignDialogMessages, messages)
  const { data, error, reload } = useAdmins()
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent>
        <FocusReturn onReturn={onFocusReturn} />
        <DialogHeader>
          <DialogTitle>{t('title')}</DialogTitle>
          <DialogDescription>{t('description')}</DialogDescription>
        </DialogHeader>
        {data ? (
          <FindList
            options={optionsOf(data, assignee, t)}
            selectedIds={[`admin ${assignee?.admin_id}`, `team ${assignee?.team_id}`]}
            label={t('find')}
            placeholder={t('placeholder')}
            onSelect={(id) => {
              onOpenChange(false)
              onAssign(assignmentOf(id))
            }}
          />
        ) : error ? (
          <ErrorState variant="inline" error={error} onRetry={reload} />
        ) : (
          <div role="status" className="flex flex-col gap-2">
            <span className="sr-only">{t('loading')}</span>
            {[1, 2, 3, 4, 5].map((row) => (
              <Skeleton key={row} className="h-8" />
            ))}
          </div>
        )}
      </DialogContent>
    </Dialog>
  )
}

function assignmentOf(id: string): Assignment {
  const [type, value] = id.split(' ')
  const to = value === 'none' ? null : (value ?? null)
  return type === 'team' ? { team_id: to } : { admin_id: to }
}

function optionsOf(
  { admins, teams, viewer_id: viewerId }: AdminsResponse,
  assignee: AssignDialogProps['assignee'],
  t: Translate<typeof assignDialogMessages>,
): FindListOption[] {
  const mine = admins.filter(({ id }) => id === viewerId)
  const others = admins.filter(({ id }) => id !== viewerId)
  const people: FindListOption[] = [...mine, ...others].map(({ id, name, email, avatar_url: avatarUrl, away }) => ({
    id: `admin ${id}`,
    label: name,
    keywords: [email, id === viewerId ? t('me') : ''].join(' '),
    group: t('teammates'),
    hint: [id === viewerId ? t('me') : '', away ? t('away') : ''].filter(Boolean).join(' · '),
    icon: <ContactAvatar id={id} name={name} avatarUrl={avatarUrl} size="sm" />,
  }))
  const groups: FindListOption[] = teams.map(({ id, name }) => ({
    id: `team ${id}`,
    label: name,
    group: t('teams'),
    icon: <UsersRound aria-hidden="true" className="mx-1 size-4 shrink-0 text-muted-foreground" />,
  }))
  const nobody = <UserRoundX aria-hidden="true" className="mx-1 size-4 shrink-0 text-muted-foreground" />
  // Where it is not known who has it, it can be taken from whoever that is.
  if (assignee?.admin_id !== null) people.push({ id: 'admin none', label: t('nobody'), group: t('teammates'), icon: nobody })
  if (assignee?.team_id !== null) groups.push({ id: 'team none', label: t('noTeam'), group: t('teams'), icon: nobody })
  return [...people, ...groups]
}

export { AssignDialog, type AssignDialogProps }
