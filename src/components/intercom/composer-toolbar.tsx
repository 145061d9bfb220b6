'use client'

import { MessageSquareQuote, Paperclip } from 'lucide-react'
import * as React from 'react'
import { Button } from '@/components/ui/button'
import type { messageComposerMessages, Translate } from 'intercom-v0-kit/strings'
import { cn } from '@/lib/utils'

/** Props of {@link ComposerToolbar}. */
interface ComposerToolbarProps extends React.ComponentProps<'div'> {
  /** What the button that sends says. */
  sendLabel: string
  /** Whether there is something to send. */
  canSend: boolean
  /** Whether Enter sends by itself. */
  sendOnEnter: boolean
  /** How many characters are left, or too many: said near the limit. */
  count: React.ReactNode
  /** Files were chosen. */
  onFiles: (files: File[]) => void
  /** Opens the saved replies; nothing where there are none. */
  onSavedReplies?: () => void
  /** Sends and closes; nothing where that cannot be done. */
  onSendAndClose?: () => void
  /** The composer's words. */
  t: Translate<typeof messageComposerMessages>
}

/** What can be put into a message, and the ways to send it. */
function ComposerToolbar({
  sendLabel,
  canSend,
  sendOnEnter,
  count,
  onFiles,
  onSavedReplies,
  onSendAndClose,
  t,
  className,
  ...props
}: ComposerToolbarProps) {
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
          // The same file can be chosen again after it was taken away.
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
      {count ? (
        <p className="grow px-1.5 text-end text-xs text-muted-foreground tabular-nums">{count}</p>
      ) : (
        <p className="min-w-0 flex-1 truncate text-end text-xs text-muted-foreground">
          <span className="hidden px-1.5 @min-[30rem]/thread:inline pointer-coarse:hidden">
            {t(sendOnEnter ? 'enterSends' : 'modifierEnterSends')}
          </span>
        </p>
      )}
      {/* They stay together where they need a line of their own. */}
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
