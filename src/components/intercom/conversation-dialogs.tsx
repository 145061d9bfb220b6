'use client'

import * as React from 'react'
import { AssignDialog, type AssignDialogProps } from '@/components/intercom/assign-dialog'
import type { ConversationDialog } from '@/components/intercom/conversation-actions-view'
import { SnoozeDialog, type SnoozeDialogProps } from '@/components/intercom/snooze-dialog'
import { TagsDialog, type TagsDialogProps } from '@/components/intercom/tags-dialog'
import type { Conversation } from 'intercom-v0-kit/contracts'

/** Props of {@link ConversationDialogs}. */
interface ConversationDialogsProps
  extends Pick<SnoozeDialogProps, 'onSnooze'>,
    Pick<AssignDialogProps, 'onAssign'>,
    Pick<TagsDialogProps, 'onSave'> {
  /** The one that is shown; null for none. */
  dialog: ConversationDialog | null
  /** Told when it wants to be hidden. */
  onClose: () => void
  /** Has the focus afterwards. */
  openerRef: React.RefObject<HTMLElement | null>
  /** The conversation that it is about. */
  conversation: Pick<Conversation, 'admin_assignee_id' | 'team_assignee_id' | 'tags'>
}

/** What is asked about a conversation. It comes when it is wanted. */
function ConversationDialogs({
  dialog,
  onClose,
  openerRef,
  conversation,
  onSnooze,
  onAssign,
  onSave,
}: ConversationDialogsProps) {
  const shared = {
    onOpenChange: (isOpen: boolean) => {
      if (!isOpen) onClose()
    },
    onFocusReturn: () => openerRef.current?.focus(),
  }
  const { admin_assignee_id: admin_id, team_assignee_id: team_id, tags } = conversation
  return (
    <>
      <SnoozeDialog {...shared} open={dialog === 'snooze'} onSnooze={onSnooze} />
      <AssignDialog {...shared} open={dialog === 'assign'} assignee={{ admin_id, team_id }} onAssign={onAssign} />
      <TagsDialog {...shared} open={dialog === 'tags'} tags={tags} onSave={onSave} />
    </>
  )
}

export { ConversationDialogs, type ConversationDialogsProps }
