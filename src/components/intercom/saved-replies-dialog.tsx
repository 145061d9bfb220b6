'use client'

import { FindList } from '@/components/intercom/shared/find-list'
import { FocusReturn, type SavedReply } from 'intercom-v0-kit/inbox'
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from '@/components/ui/dialog'
import type { messageComposerMessages, Translate } from 'intercom-v0-kit/strings'

/** Props of {@link SavedRepliesDialog}. */
interface SavedRepliesDialogProps {
  /** Whether it is shown. */
  open: boolean
  /** Told when it wants to be shown or hidden. */
  onOpenChange: (open: boolean) => void
  /** What there is to begin with. */
  replies: readonly SavedReply[]
  /** One was chosen. The dialog has closed. */
  onChoose: (reply: SavedReply) => void
  /** Gives the focus back when it has closed. */
  onFocusReturn?: () => void
  /** The composer's words. */
  t: Translate<typeof messageComposerMessages>
}

/** Answers to begin with, found by typing. */
function SavedRepliesDialog({ open, onOpenChange, replies, onChoose, onFocusReturn, t }: SavedRepliesDialogProps) {
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
