'use client'

import { MessageSquareQuote, Paperclip } from 'lucide-react'
import * as React from 'react'
import { messageComposerMessages, useMessages } from 'intercom-v0-kit/strings'
import { Button } from '@/components/ui/button'
import { cn } from '@/lib/utils'

/** Props of {@link ComposerToolbar}. */
interface ComposerToolbarProps extends React.ComponentProps<'div'> {
  /** Label of the button that sends. */
  sendLabel: string
  /** Whether there is something to send. */
  canSend: boolean
  /** Whether Enter sends by itself. */
  sendOnEnter: boolean
  /** Characters left; negative if the text is too long, `null` far from the limit. */
  charactersLeft: number | null
  /** Called with the files that the user chooses. */
  onFiles: (files: File[]) => void
  /** Opens the saved replies. Without it there is no button for them. */
  onSavedReplies?: (() => void) | undefined
  /** Sends and closes the conversation. Without it there is no button for that. */
  onSendAndClose?: (() => void) | undefined
}

/** Buttons that attach files, open the saved replies, and send. */
function ComposerToolbar({
  sendLabel, canSend, sendOnEnter, charactersLeft: left, onFiles, onSavedReplies, onSendAndClose, className, ...props
}: ComposerToolbarProps) {
  const t = useMessages('messageComposer', messageComposerMessages)
  const fileRef = React.useRef<HTMLInputElement>(null)
  return (
    <div data-slot="composer-toolbar" className={cn('flex flex-wrap items-center gap-1', className)} {...props}>
      <input
        ref={fileRef}
        type="file"
        multiple
        hidden
        tabIndex={-1}
        aria-label={t('attach')}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          // Reset, so that a removed file can be chosen again.
          event.target.value = ''
        }}
      />
      <Button type="button" variant="ghost" size="icon-sm" aria-label={t('attach')} title={t('attach')} onClick={() => fileRef.current?.click()} className="-ms-2 pointer-coarse:-ms-3 pointer-coarse:size-10">
        <Paperclip aria-hidden="true" />
      </Button>
      {onSavedReplies ? (
        <Button
          type="button"
          variant="ghost"
          size="icon-sm"
          aria-label={t('savedReplies')}
          title={t('savedReplies')}
          aria-haspopup="dialog"
          onClick={onSavedReplies}
          className="pointer-coarse:size-10"
        >
          <MessageSquareQuote aria-hidden="true" />
        </Button>
      ) : null}
      {left === null ? (
        <p className="min-w-0 flex-1 truncate text-end text-xs text-muted-foreground">
          <span className="hidden px-1.5 @min-[30rem]/thread:inline pointer-coarse:hidden">
            {t(sendOnEnter ? 'enterSends' : 'modifierEnterSends')}
          </span>
        </p>
      ) : (
        <p className="grow px-1.5 text-end text-xs text-muted-foreground tabular-nums">
          <span className={left < 0 ? 'text-destructive' : undefined}>
            {t(left < 0 ? 'tooLong' : 'charactersLeft', { count: Math.abs(left) })}
          </span>
        </p>
      )}
      {/* They stay together if they need a line of their own. */}
      <div className="ms-auto flex flex-wrap items-center justify-end gap-1">
        {onSendAndClose ? (
          <Button type="button" variant="ghost" size="sm" aria-disabled={!canSend} onClick={onSendAndClose} className="pointer-coarse:h-10">
            {t('sendAndClose')}
          </Button>
        ) : null}
        <Button
          type="submit"
          size="sm"
          aria-disabled={!canSend}
          aria-keyshortcuts={sendOnEnter ? 'Enter' : 'Control+Enter Meta+Enter'}
          className="pointer-coarse:h-10"
        >
          {sendLabel}
        </Button>
      </div>
    </div>
  )
}

export { ComposerToolbar, type ComposerToolbarProps }
