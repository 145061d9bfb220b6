'use client'

import { ChevronDown, CircleCheck, MessageSquareQuote, Moon } from 'lucide-react'
import * as React from 'react'
import {
  type ComposerData, lazyPart, type LazyPartProps, type MessageMode, type SavedReply, useComposer, useComposerForm,
} from 'intercom-v0-kit/inbox'
import { messageComposerStrings, type StringsProps, StringsProvider, useStrings } from 'intercom-v0-kit/strings'
import {
  ComposerAttach, ComposerAttachments, ComposerContext, ComposerCount, ComposerDropArea, ComposerField, ComposerFooter,
  ComposerHeader, ComposerHint, ComposerMode, ComposerNotes, ComposerProblems, ComposerTools, useComposerState,
} from '@/components/intercom/message-composer/parts'
import type { ActionMenuItem } from '@/components/intercom/shared/action-menu'
import { IconButton, type IconButtonProps, Keys } from '@/components/intercom/shared/icon-button'
import type { PickerProps } from '@/components/intercom/shared/picker'
import { Button } from '@/components/ui/button'
import { TooltipProvider } from '@/components/ui/tooltip'
import { cn } from '@/lib/utils'

const ActionMenu = lazyPart(async () => (await import('@/components/intercom/shared/action-menu')).ActionMenu)
const ReplyFinder = lazyPart(async () => (await import('@/components/intercom/message-composer/reply-finder')).ReplyFinder)

/** Imperative handle of a {@link MessageComposer}. */
interface MessageComposerHandle {
  /** Focuses the field, for a reply or a note. */
  focus: (mode: MessageMode) => void
}

interface CommonProps extends StringsProps {
  /**
   * Whether Enter sends and Shift+Enter adds a line. Ctrl or Cmd with Enter always sends.
   * @default false
   */
  sendOnEnter?: boolean | undefined
  /** Actions on the conversation, before Send: `ConversationActions` with `variant="dock"`. */
  actions?: React.ReactNode
  /**
   * Asks until when to snooze, for "Send and snooze": `SnoozeDialog` of `ConversationActions`. Without it, the menu leaves
   * that out.
   */
  snoozePanel?: ComposerSendProps['snoozePanel']
  /** Replies of the app, for the finder. `{name}` and `{first_name}` are filled in. */
  savedReplies?: readonly SavedReply[] | undefined
}

/** Props of {@link MessageComposer}. */
interface MessageComposerProps extends Omit<React.ComponentProps<'form'>, 'onSubmit' | 'onClose'>, CommonProps {
  /** Id of the conversation. Give it as `key` as well: each conversation starts with a reply. */
  conversationId: string
  /**
   * Role of the user. Customers can't write notes or close conversations.
   * @default the role of the signed-in user
   */
  audience?: 'agent' | 'customer' | undefined
  /** Called when a reply was sent to close the conversation, before the conversation shows as closed. */
  onClose?: (() => void) | undefined
  /** Called when a reply was sent to snooze the conversation, before the conversation shows as snoozed. */
  onSnooze?: (() => void) | undefined
  /** Handle for a keymap: focuses the field. */
  handleRef?: React.Ref<MessageComposerHandle> | undefined
}

/** Props of {@link MessageComposerView}. */
interface MessageComposerViewProps extends Omit<React.ComponentProps<'form'>, 'onSubmit'>, CommonProps, ComposerData {
  /** Conversation to find Intercom's saved replies and articles for. Without it, the finder has only `savedReplies`. */
  conversationId?: string | undefined
  /** Ref of the field. */
  fieldRef?: React.RefObject<HTMLTextAreaElement | null> | undefined
}

/**
 * The form that answers a conversation. Drafts are kept until they are sent. A sent message is in the thread at once,
 * and stays there with a way to retry if it fails.
 */
function MessageComposer({ conversationId, audience, onClose, onSnooze, handleRef, ...props }: MessageComposerProps) {
  const composer = useComposer(conversationId, { audience, onClose, onSnooze })
  const fieldRef = React.useRef<HTMLTextAreaElement>(null)
  const { onModeChange } = composer

  React.useImperativeHandle(handleRef, () => ({
    focus(mode) {
      onModeChange(mode)
      fieldRef.current?.focus()
    },
  }), [onModeChange])

  return <MessageComposerView {...composer} conversationId={conversationId} fieldRef={fieldRef} {...props} />
}

/** {@link MessageComposer} from data. Rearrange, add or remove its parts here. */
function MessageComposerView({
  audience = 'agent', mode, onModeChange, draft, onDraftChange, onSend, customerName = null, channel, customerEmail, isUndelivered, isClosed = false,
  isOnline = true, sendOnEnter = false, savedReplies = [], actions, snoozePanel, conversationId: givenId, fieldRef, strings,
  className, onFocus, onBlur, ...props
}: MessageComposerViewProps) {
  const t = useStrings('messageComposer', messageComposerStrings, strings)
  const conversationId = (audience === 'agent' && givenId) || null
  const hasFinder = conversationId !== null || savedReplies.length > 0
  const form = useComposerForm({ draft, onDraftChange, onSend, hasFinder, sendOnEnter, fieldRef })
  const id = React.useId()
  const [isInUse, setInUse] = React.useState(false)
  const isFolded = !isInUse && draft.text === '' && draft.files.length === 0
  return (
    <StringsProvider component="messageComposer" strings={strings}>
      <ComposerContext value={{ form, conversationId, hasFinder, audience, mode, onModeChange, customerName, channel, customerEmail, isUndelivered, isClosed, isOnline, sendOnEnter, id }}>
        <TooltipProvider>
          <form
            aria-label={t('label')}
            data-slot="message-composer"
            data-mode={mode}
            // On a phone, an unused composer is one line.
            data-state={isFolded ? 'folded' : 'open'}
            noValidate
            {...form.formProps}
            onFocus={(event) => {
              if (event.target instanceof HTMLTextAreaElement) setInUse(true)
              onFocus?.(event)
            }}
            onBlur={(event) => {
              const { currentTarget, relatedTarget } = event
              // Safari focuses no button that is pressed, so no target means that the user is still here.
              if (relatedTarget && !currentTarget.contains(relatedTarget)) setInUse(false)
              onBlur?.(event)
            }}
            className={cn(
              'group/dock @container/dock relative mx-auto mb-3 flex w-[calc(100%-1.5rem)] max-w-3xl shrink-0 flex-col rounded-[calc(var(--radius)+2px)] border bg-card text-card-foreground shadow-xs',
              'has-[textarea:focus-visible]:border-ring has-[textarea:focus-visible]:ring-[3px] has-[textarea:focus-visible]:ring-ring/40',
              'forced-colors:has-[textarea:focus-visible]:outline-2',
              'max-sm:data-[state=folded]:flex-row max-sm:data-[state=folded]:flex-wrap max-sm:data-[state=folded]:items-center',
              mode === 'note' && 'border-status-note/50 bg-status-note-surface',
              className,
            )}
            {...props}
          >
            <ComposerHeader>
              <ComposerMode />
              <ComposerHint />
            </ComposerHeader>
            <ComposerField />
            <ComposerAttachments />
            <ComposerProblems />
            <ComposerNotes />
            <ComposerFooter>
              <ComposerTools>
                <ComposerAttach />
                <ComposerSavedReplies replies={savedReplies} />
              </ComposerTools>
              <ComposerCount />
              {/* They stay together if they need a line of their own. */}
              <div className="ms-auto flex flex-wrap items-center justify-end gap-1 @min-[40rem]/dock:gap-1.5">
                {actions}
                <ComposerSend snoozePanel={snoozePanel} />
              </div>
            </ComposerFooter>
            <ComposerDropArea />
          </form>
        </TooltipProvider>
      </ComposerContext>
    </StringsProvider>
  )
}

/** Props of {@link ComposerSavedReplies}. */
interface ComposerSavedRepliesProps extends Omit<IconButtonProps, 'label' | 'onClick'> {
  /** Replies of the app. */
  replies: readonly SavedReply[]
}

/** Opens the finder of saved replies and articles, as typing `/` does. It loads on first use. Without anything to find: nothing. */
function ComposerSavedReplies({ replies, ...props }: ComposerSavedRepliesProps) {
  const { t, form, isNote, customerName, conversationId, hasFinder } = useComposerState()
  const { isOpen, typed, open, insert, keep } = form.finder
  const buttonRef = React.useRef<HTMLButtonElement>(null)
  if (!hasFinder) return null
  return (
    <>
      <IconButton
        ref={buttonRef}
        label={t(conversationId === null ? 'savedReplies' : 'savedRepliesAndArticles')}
        shortcut="/"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPointerEnter={ReplyFinder.preload}
        onFocus={ReplyFinder.preload}
        onClick={open}
        {...props}
      >
        <MessageSquareQuote aria-hidden="true" />
      </IconButton>
      <ReplyFinder
        isWanted={isOpen}
        onWantedChange={(isWanted) => (isWanted ? open() : keep(typed ?? ''))}
        open={isOpen}
        anchor={buttonRef}
        conversationId={conversationId}
        replies={replies}
        customerName={customerName ?? null}
        isNote={isNote}
        typed={typed}
        onInsert={insert}
        onKeep={keep}
        onFocusReturn={form.focus}
      />
    </>
  )
}

/** Panel that asks until when to snooze. */
type SnoozePanel = React.ComponentType<LazyPartProps & PickerProps & { onSnooze: (until: number) => void }>

/** Props of {@link ComposerSend}. */
interface ComposerSendProps extends React.ComponentProps<'div'> {
  /** Asks until when to snooze, for "Send and snooze". Without it, the menu leaves that out. */
  snoozePanel?: SnoozePanel | undefined
}

/** Sends the message. A menu beside it also closes or snoozes the conversation. Hidden while the dock is folded. */
function ComposerSend({ snoozePanel: Panel, className, ...props }: ComposerSendProps) {
  const { t, words, audience, isNote, isClosed, sendOnEnter, form } = useComposerState()
  const [isSnoozing, setSnoozing] = React.useState(false)
  const [opener, setOpener] = React.useState<HTMLElement | null>(null)
  const hasMenu = audience === 'agent' && !isNote && !isClosed
  const items: ActionMenuItem[] = [
    { id: 'close', label: t('sendAndClose'), icon: <CircleCheck aria-hidden="true" />, onSelect: () => form.send({ andClose: true }) },
  ]
  if (Panel) {
    const ask = (from: HTMLElement | null) => {
      setOpener(from)
      setSnoozing(true)
    }
    items.push({ id: 'snooze', label: t('sendAndSnooze'), icon: <Moon aria-hidden="true" />, onSelect: ask })
  }
  return (
    <div data-slot="composer-send" className={cn('flex shrink-0 max-sm:group-data-[state=folded]/dock:hidden', className)} {...props}>
      <Button
        type="submit"
        size="sm"
        aria-disabled={!form.canSend}
        aria-keyshortcuts={sendOnEnter ? 'Enter' : 'Control+Enter Meta+Enter'}
        className={cn(sendClassName, hasMenu && 'rounded-e-none')}
      >
        <span aria-hidden="true">{t(isNote ? 'addNote' : 'sendMessage')}</span>
        <span className="sr-only">{t(words.send)}</span>
        <Keys
          aria-hidden="true"
          keys={sendOnEnter ? 'Enter' : 'Mod+Enter'}
          className="hidden *:border-current/30 *:bg-transparent *:text-inherit @min-[40rem]/dock:inline-flex pointer-coarse:hidden"
        />
      </Button>
      {hasMenu ? <SendMenu items={items} /> : null}
      {Panel ? (
        <Panel
          isWanted={isSnoozing}
          onWantedChange={setSnoozing}
          open={isSnoozing}
          onClose={() => setSnoozing(false)}
          anchor={{ current: opener }}
          onFocusReturn={form.focus}
          onSnooze={(until) => form.send({ snoozeUntil: until })}
        />
      ) : null}
    </div>
  )
}

const sendClassName = 'pointer-coarse:h-10 aria-disabled:bg-muted aria-disabled:text-muted-foreground aria-disabled:opacity-100 aria-disabled:inset-ring aria-disabled:inset-ring-border'

function SendMenu({ items }: { items: readonly ActionMenuItem[] }) {
  const { t, form } = useComposerState()
  const [isWanted, setWanted] = React.useState(false)
  const button: IconButtonProps = {
    variant: 'default',
    label: t('sendMore'),
    'aria-disabled': !form.canSend,
    className: cn(sendClassName, 'w-7 rounded-s-none border-s border-primary-foreground/30 aria-disabled:border-border pointer-coarse:w-10'),
    children: <ChevronDown aria-hidden="true" />,
  }
  const fallback = (
    <IconButton
      {...button}
      aria-haspopup="menu"
      aria-expanded="false"
      onPointerEnter={ActionMenu.preload}
      onFocus={ActionMenu.preload}
      onClick={() => setWanted(form.canSend)}
    />
  )
  return <ActionMenu isWanted={isWanted} onWantedChange={setWanted} fallback={fallback} items={items} button={button} />
}

export {
  ComposerSavedReplies, ComposerSend, MessageComposer, type MessageComposerHandle, type MessageComposerProps, MessageComposerView, type MessageComposerViewProps,
}
