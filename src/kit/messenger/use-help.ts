'use client'

import * as React from 'react'
import { preconnect } from 'react-dom'
import { initialState } from './messenger-store.ts'
import { report } from './engine-protocol.ts'
import type { BlockedReason, MessengerInsets } from './types.ts'
import { useIntercom } from './use-intercom.ts'
import { type helpButtonStrings, type StringTable, unreadBadgeStrings, useLocale, useStrings } from '../strings/index.ts'

const ORIGINS = ['https://widget.intercom.io', 'https://js.intercomcdn.com']

/**
 * State of a button that opens the Messenger:
 * - `idle`: the button can be pressed
 * - `busy`: the button was pressed, and the Messenger is loading
 * - `open`: the Messenger is open
 * - `failed`: the button was pressed, but the Messenger didn't load
 * - `off`: the app id is missing, or the session has ended
 */
export type HelpState = 'idle' | 'busy' | 'open' | 'failed' | 'off'

/** Message or space that the Messenger opens with. @default Intercom's choice */
export interface HelpRequest {
  /** Starts a new message with this text. */
  message?: string | undefined
  space?: MessengerInsets | undefined
}

/** Returned by {@link useHelp}. */
export interface Help {
  state: HelpState
  /** Reason for the failure. `null` unless `state` is `failed`. */
  reason: BlockedReason | 'off' | null
  unreadCount: number
  /** Loads the Messenger before the click, if the provider's `load` allows that. */
  onPrepare: () => void
  /** Opens or closes the Messenger, or retries. `opener` gets the focus back when the Messenger closes. */
  onPress: (opener: HTMLElement) => void
  /** Hides the failure. */
  onDismiss: () => void
}

/** Props of a help button's view: all of {@link Help}, optional. */
export type HelpViewProps = { [Name in keyof Help]?: Help[Name] | undefined }

/** Connects a button to the Messenger. Unread messages are shown before a new message is started. */
export function useHelp({ message, space }: HelpRequest = {}): Help {
  const { load, show, hide, showNewMessage, showSpace, onHide } = useIntercom()
  const status = useIntercom((state) => state.status)
  const blockedReason = useIntercom((state) => state.blockedReason)
  const isOpen = useIntercom((state) => state.isOpen)
  const unreadCount = useIntercom((state) => state.unreadCount)
  // The status is `off` on every page until a provider mounts.
  const isUndeclared = useIntercom((state) => state === initialState)
  const [isWanted, setWanted] = React.useState(false)
  const opener = React.useRef<HTMLElement>(null)

  if (isWanted && status === 'ready') setWanted(false)

  React.useEffect(() => {
    // Not earlier: without consent, a connection would already reveal the visitor's IP address.
    if (status === 'loading') for (const origin of ORIGINS) preconnect(origin)
  }, [status])

  React.useEffect(
    () =>
      onHide(() => {
        const element = opener.current
        opener.current = null
        // The Messenger is removed in the next frame, and the focus inside it is lost.
        requestAnimationFrame(() => {
          if (document.activeElement === document.body) element?.focus()
        })
      }),
    [onHide],
  )

  function openMessenger(): void {
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
    // After a failure, only a press retries.
    onPrepare: () => (isFailed ? undefined : load()),
    onPress(element) {
      if (isOpen) return hide()
      if (isBusy) return
      opener.current = element
      setWanted(true)
      if (isUndeclared) report('provider_missing', undefined)
      // The failed request is still queued, and runs when the Messenger has loaded.
      if (isFailed) load()
      else openMessenger()
    },
    onDismiss: () => setWanted(false),
  }
}

/** Alternative to the Messenger that is a link: a page of your app, or an email address. */
export type HelpFallbackLink = { href: string; label: string } | { email: string }

/** Alternative to the Messenger: a link, or the form that `HelpForm` renders in a dialog. */
export type HelpFallback = HelpFallbackLink | { form: true }

/** Returns the URL of a fallback. An email starts with `message`. */
export function getFallbackHref(fallback: HelpFallbackLink, message?: string): string {
  if ('href' in fallback) return fallback.href
  return `mailto:${fallback.email}${message ? `?body=${encodeURIComponent(message)}` : ''}`
}

/** Returns the key of the string that explains why the Messenger didn't open. */
export function getHelpFailure(reason: BlockedReason | 'off', hasFallback: boolean): keyof typeof helpButtonStrings {
  return !hasFallback && (reason === 'timeout' || reason === 'identity') ? `${reason}Alone` : reason
}

type ButtonHandlers = Pick<React.ComponentProps<'button'>, 'onBlur' | 'onClick' | 'onFocus' | 'onPointerEnter' | 'ref'>

interface HelpTriggerOptions extends ButtonHandlers {
  /** Called when the user hovers or focuses the button. */
  onPrepare?: (() => void) | undefined
  /** Called when the user presses the button, unless `onClick` prevents the default. */
  onPress?: ((button: HTMLElement) => void) | undefined
}

interface HelpTrigger {
  buttonRef: React.RefObject<HTMLButtonElement | null>
  buttonProps: ButtonHandlers
  /** Ref for a link that replaces the button, and takes over its focus. */
  linkRef: React.RefCallback<HTMLElement>
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

interface UnreadTextOptions {
  /** Largest number to show in full. */
  max: number
  strings?: Partial<StringTable> | undefined
}

/** Returns an unread count as `shown` ("99+") and as `spoken` by screen readers ("120 unread messages"), or `null` for 0. */
export function useUnreadText(count: number, { max, strings }: UnreadTextOptions): { shown: string; spoken: string } | null {
  const t = useStrings('unreadBadge', unreadBadgeStrings, strings)
  const { locale } = useLocale()
  if (count <= 0) return null
  return { shown: count > max ? t('capped', { max }) : new Intl.NumberFormat(locale).format(count), spoken: t('unread', { count }) }
}
