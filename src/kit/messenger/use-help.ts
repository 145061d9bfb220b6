'use client'

import * as React from 'react'
import { preconnect } from 'react-dom'
import { initialState } from './messenger-store.ts'
import { report } from './engine-protocol.ts'
import type { BlockedReason, MessengerInsets } from './types.ts'
import { useIntercom } from './use-intercom.ts'
import { type helpButtonStrings, type StringTable, unreadBadgeStrings, useLocale, useStrings } from '../strings/index.ts'

/** Origins of the Messenger's script, and of what the script loads. */
const ORIGINS = ['https://widget.intercom.io', 'https://js.intercomcdn.com']

/**
 * State of a button that opens the Messenger:
 * - `idle`: the button can be pressed;
 * - `busy`: the button was pressed, and the Messenger is loading;
 * - `open`: the Messenger is open;
 * - `failed`: the button was pressed, and the Messenger didn't load;
 * - `off`: this page has no Messenger: no app id is set, or the session has ended.
 */
export type HelpState = 'idle' | 'busy' | 'open' | 'failed' | 'off'

/** Space that the Messenger opens with. @default Intercom's choice */
export interface HelpRequest {
  /** Starts a new message with this text. */
  message?: string | undefined
  /** Opens this space of the Messenger. */
  space?: MessengerInsets | undefined
}

/** Returned by {@link useHelp}. */
export interface Help {
  state: HelpState
  /** Why the Messenger didn't load. `null` unless `state` is `failed`. */
  reason: BlockedReason | 'off' | null
  unreadCount: number
  /** Loads the Messenger ahead of the click, if `load` of the provider allows that. */
  onPrepare: () => void
  /**
   * Opens the Messenger, closes it if it is open, or retries if it didn't load.
   *
   * @param opener gets the focus back when the Messenger closes
   */
  onPress: (opener: HTMLElement) => void
  /** Dismisses the failure. */
  onDismiss: () => void
}

/** Props of a help button's view: each part of {@link Help}, all optional. */
export type HelpViewProps = { [Name in keyof Help]?: Help[Name] | undefined }

/**
 * Connects a button to the Messenger. Unread messages are shown before a new message is started.
 *
 * @param request what the Messenger opens with
 */
export function useHelp({ message, space }: HelpRequest = {}): Help {
  const { load, show, hide, showNewMessage, showSpace, onHide } = useIntercom()
  const status = useIntercom((state) => state.status)
  const blockedReason = useIntercom((state) => state.blockedReason)
  const isOpen = useIntercom((state) => state.isOpen)
  const unreadCount = useIntercom((state) => state.unreadCount)
  // Before a provider has mounted, `off` means nothing: every page starts like this.
  const isUndeclared = useIntercom((state) => state === initialState)
  const [isWanted, setWanted] = React.useState(false)
  const opener = React.useRef<HTMLElement>(null)

  if (isWanted && status === 'ready') setWanted(false)

  React.useEffect(() => {
    // Not earlier: without consent, even a connection would reveal the visitor's address to Intercom.
    if (status === 'loading') for (const origin of ORIGINS) preconnect(origin)
  }, [status])

  React.useEffect(
    () =>
      onHide(() => {
        const element = opener.current
        opener.current = null
        // In the next frame the Messenger is removed, and a focus inside it is lost.
        requestAnimationFrame(() => {
          if (document.activeElement === document.body) element?.focus()
        })
      }),
    [onHide],
  )

  function ask(): void {
    if (unreadCount > 0) show()
    else if (message !== undefined) showNewMessage(message)
    else if (space) showSpace(space)
    else show()
  }

  const isOff = status === 'shutdown' || (status === 'off' && (isWanted || !isUndeclared))
  const isFailed = isWanted && (isOff || status === 'blocked')
  const isBusy = isWanted && status === 'loading'

  return {
    state: isOpen ? 'open' : isFailed ? 'failed' : isOff ? 'off' : isBusy ? 'busy' : 'idle',
    reason: isFailed ? (blockedReason ?? 'off') : null,
    unreadCount,
    // After a failure only a press retries: pointing at the button must not.
    onPrepare: () => (isFailed ? undefined : load()),
    onPress(element) {
      if (isOpen) return hide()
      if (isBusy) return
      opener.current = element
      setWanted(true)
      if (isUndeclared) report('provider_missing', undefined)
      // The failed request is still queued, and runs when the Messenger has loaded.
      if (isFailed) load()
      else ask()
    },
    onDismiss: () => setWanted(false),
  }
}

/** A way to get help without the Messenger: a page of yours, or an address to write to. */
export type HelpFallback = { href: string; label: string } | { email: string }

/** Returns the address that a fallback links to. In an email, the body starts with `message`. */
export function getFallbackHref(fallback: HelpFallback, message?: string): string {
  if ('href' in fallback) return fallback.href
  return `mailto:${fallback.email}${message ? `?body=${encodeURIComponent(message)}` : ''}`
}

/** Returns the key of the string that explains why the Messenger didn't open. */
export function getHelpFailure(reason: BlockedReason | 'off', hasFallback: boolean): keyof typeof helpButtonStrings {
  return !hasFallback && (reason === 'timeout' || reason === 'identity') ? `${reason}Alone` : reason
}

type ButtonHandlers = Pick<React.ComponentProps<'button'>, 'onBlur' | 'onClick' | 'onFocus' | 'onPointerEnter' | 'ref'>

/** Arguments of {@link useHelpTrigger}: the button's own handlers, called first, and two of its own. */
export interface HelpTriggerOptions extends ButtonHandlers {
  /** Called when the user points at the button, or focuses it. */
  onPrepare?: (() => void) | undefined
  /** Called when the button is pressed, unless `onClick` has prevented that. */
  onPress?: ((button: HTMLElement) => void) | undefined
}

/** Returned by {@link useHelpTrigger}. */
export interface HelpTrigger {
  /** The button. */
  buttonRef: React.RefObject<HTMLButtonElement | null>
  /** Props for the button. */
  buttonProps: ButtonHandlers
  /** Ref for a link that takes the button's place. The link takes over the focus, too. */
  linkRef: React.RefCallback<HTMLElement>
  /** Presses the button. */
  press: () => void
}

/** Turns pointer, focus and click events of a button into `onPrepare` and `onPress`. */
export function useHelpTrigger({
  ref,
  onBlur,
  onClick,
  onFocus,
  onPointerEnter,
  onPrepare,
  onPress,
}: HelpTriggerOptions): HelpTrigger {
  const buttonRef = React.useRef<HTMLButtonElement>(null)
  const hasFocus = React.useRef(false)
  React.useImperativeHandle(ref, () => buttonRef.current as HTMLButtonElement)
  return {
    buttonRef,
    buttonProps: {
      ref: buttonRef,
      onPointerEnter(event) {
        onPointerEnter?.(event)
        onPrepare?.()
      },
      onFocus(event) {
        hasFocus.current = true
        onFocus?.(event)
        onPrepare?.()
      },
      onBlur(event) {
        hasFocus.current = false
        onBlur?.(event)
      },
      onClick(event) {
        onClick?.(event)
        if (!event.defaultPrevented) onPress?.(event.currentTarget)
      },
    },
    linkRef(link) {
      if (hasFocus.current) link?.focus()
    },
    press() {
      if (buttonRef.current) onPress?.(buttonRef.current)
    },
  }
}

/** Options of {@link useUnreadText}. */
export interface UnreadTextOptions {
  /** The largest number that is written out. */
  max: number
  /** Overrides for the default strings. */
  strings?: Partial<StringTable> | undefined
}

/**
 * Returns an unread count in the user's language: `shown` for the eye ("99+"), `spoken` for screen readers
 * ("120 unread messages"). `null` if nothing is unread.
 */
export function useUnreadText(count: number, { max, strings }: UnreadTextOptions): { shown: string; spoken: string } | null {
  const t = useStrings('unreadBadge', unreadBadgeStrings, strings)
  const { locale } = useLocale()
  if (count <= 0) return null
  return { shown: count > max ? t('capped', { max }) : new Intl.NumberFormat(locale).format(count), spoken: t('unread', { count }) }
}
