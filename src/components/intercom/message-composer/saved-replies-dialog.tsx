'use client'

import { FocusReturn, type SavedReply } from 'intercom-v0-kit/inbox'
import { messageComposerMessages, useMessages } from 'intercom-v0-kit/strings'
import { FindList } from '@/components/intercom/shared/find-list'
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from '@/components/ui/dialog'

/** Props of {@link SavedRepliesDialog}. */
interface SavedRepliesDialogProps {
  /** Whether the dialog is open. */
  open: boolean
  /** Called when the dialog wants to open or close. */
  onOpenChange: (open: boolean) => void
  /** Replies to choose from. */
  replies: readonly SavedReply[]
  /** Called with the chosen reply, after the dialog has closed. */
  onChoose: (reply: SavedReply) => void
  /** Returns the focus after the dialog has closed. */
  onFocusReturn?: (() => void) | undefined
}

/** Saved replies, found by typing. */
function SavedRepliesDialog({ open, onOpenChange, replies, onChoose, onFocusReturn }: SavedRepliesDialogProps) {
  const t = useMessages('messageComposer', messageComposerMessages)
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent>
        <FocusReturn onReturn={onFocusReturn} />
        <DialogHeader>
          <DialogTitle>{t('savedReplies')}</DialogTitle>
          <DialogDescription>{t('savedRepliesHint')}</DialogDescription>
        </DialogHeader>
        <FindList
          options={replies.map(({ id, title, body }) => ({ id, label: title, keywords: body, hint: body }))}
          label={t('findReply')}
          placeholder={t('findReplyPlaceholder')}
          onSelect={(id) => {
            const reply = replies.find((one) => one.id === id)
            onOpenChange(false)
            if (reply) onChoose(reply)
          }}
        />
      </DialogContent>
    </Dialog>
  )
}

export { SavedRepliesDialog, type SavedRepliesDialogProps }
