'use client'

import * as React from 'react'
import { preconnect } from 'react-dom'
import { useIntercom } from './use-intercom.ts'
import { initialState } from './messenger-store.ts'
import type { BlockedReason, IntercomSpace } from './types.ts'

/** Where the Messenger comes from: its script, and what that loads. */
const ORIGINS = ['https://widget.intercom.io', 'https://js.intercomcdn.com']

/**
 * How a way to the Messenger stands:
 * - `idle`: it can be used;
 * - `busy`: it was used, and the Messenger is on its way;
 * - `open`: the Messenger is open;
 * - `failed`: it was used, and the Messenger did not come;
 * - `off`: there is no Messenger here: no app id, or its session was ended.
 */
export type HelpState = 'idle' | 'busy' | 'open' | 'failed' | 'off'

/** What the Messenger opens with. With neither it opens as Intercom chooses. */
export interface HelpRequest {
  /** A new message that begins with this text. */
  message?: string
  /** One of the Messenger's spaces. */
  space?: IntercomSpace
}

/** What {@link useHelp} gives. */
export interface Help {
  state: HelpState
  /** Why it failed, where `state` is `failed`. */
  reason: BlockedReason | 'off' | null
  unreadCount: number
  /** Somebody reaches for help: brings the Messenger ahead of the click, where that is allowed. */
  prepare: () => void
  /**
   * Opens the Messenger, now or as soon as it is there; closes it where it is open; tries again where it failed.
   * @param opener has the focus again when the Messenger is closed
   */
  press: (opener: HTMLElement) => void
  /** Takes the failure as read. */
  dismiss: () => void
}

/**
 * A way to the Messenger, for a button: what it does, and how it stands. What is unread comes before a new message.
 *
 * @param request what the Messenger opens with
 */
export function useHelp({ message, space }: HelpRequest = {}): Help {
  const { load, show, hide, showNewMessage, showSpace, onHide } = useIntercom()
  const status = useIntercom((state) => state.status)
  const blockedReason = useIntercom((state) => state.blockedReason)
  const isOpen = useIntercom((state) => state.isOpen)
  const unreadCount = useIntercom((state) => state.unreadCount)
  // Until a provider has spoken there is no Messenger, and that means nothing: a page begins like this.
  const isUndeclared = useIntercom((state) => state === initialState)
  const [isWanted, setWanted] = React.useState(false)
  const opener = React.useRef<HTMLElement>(null)

  if (isWanted && status === 'ready') setWanted(false)

  React.useEffect(() => {
    // Not before: a visitor who has not consented yet must not be known to Intercom by an address.
    if (status === 'loading') for (const origin of ORIGINS) preconnect(origin)
  }, [status])

  React.useEffect(
    () =>
      onHide(() => {
        const element = opener.current
        opener.current = null
        // In the next frame the Messenger is gone, and the focus with it, if it was there.
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
    // Trying again is for the one who reads that it failed to decide.
    prepare: () => (isFailed ? undefined : load()),
    press(element) {
      if (isOpen) return hide()
      if (isBusy) return
      opener.current = element
      setWanted(true)
      // What was asked for before still waits, and is done when the Messenger comes.
      if (isFailed) load()
      else ask()
    },
    dismiss: () => setWanted(false),
  }
}
