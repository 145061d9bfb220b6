'use client'

import * as React from 'react'
import { IntercomProvider, type IntercomProviderProps } from './intercom-provider.tsx'
import { useIntercom } from './use-intercom.ts'
import { endSession } from '../shared/session-end.ts'

/** Returned by {@link useSignOut}. */
export interface SignOut {
  /** Ends the Messenger's session, then the app's. */
  signOut: () => void
  /** `failed` means that the user is still signed in. */
  state: 'idle' | 'busy' | 'failed'
}

/** Returned by {@link useSignOutFailure}. */
export interface SignOutFailure {
  /** Whether to show that signing out failed. Stays `true` during a retry. */
  isShown: boolean
  /** Whether a retry is running. */
  isBusy: boolean
  /** Signs out again. */
  retry: () => void
  /** Hides the failure. */
  dismiss: () => void
}

const SignOutContext = React.createContext<SignOut | null>(null)

/** Props of {@link IntercomSession}. */
interface IntercomSessionProps extends IntercomProviderProps {
  /** Ends the app's own session; rejects where it could not. */
  onSignOut: () => void | Promise<void>
}

/**
 * An `IntercomProvider` that belongs to somebody who is signed in. Whoever signs out by {@link useSignOut} leaves nothing
 * in the Messenger for the next person at this computer: it is shut down before the app's session ends, while what was
 * tracked can still be told. What they had begun to write is forgotten when it has ended.
 */
function IntercomSession({ onSignOut, children, ...props }: IntercomSessionProps) {
  const { boot, shutdown } = useIntercom()
  const [state, setState] = React.useState<SignOut['state']>('idle')
  const end = React.useRef(onSignOut)
  React.useLayoutEffect(() => {
    end.current = onSignOut
  })
  const signOut = React.useCallback(async () => {
    setState('busy')
    shutdown()
    try {
      await end.current()
      endSession()
      setState('idle')
    } catch {
      // Still signed in: then the Messenger is theirs still.
      boot()
      setState('failed')
    }
  }, [boot, shutdown])
  const value = React.useMemo(() => ({ signOut: () => void signOut(), state }), [signOut, state])

  return (
    <SignOutContext value={value}>
      <IntercomProvider {...props}>{children}</IntercomProvider>
    </SignOutContext>
  )
}

/**
 * Signs out of the app, and of the Messenger before it.
 *
 * @throws Error outside an {@link IntercomSession}
 */
function useSignOut(): SignOut {
  const value = React.use(SignOutContext)
  if (!value) throw new Error('useSignOut() needs an <IntercomSession> around it: put one around the signed-in part of the app.')
  return value
}

/**
 * Keeps the failure of the last {@link useSignOut} until the user dismisses it, or a retry succeeds.
 *
 * @param onDismiss called when the user dismisses it
 */
function useSignOutFailure(onDismiss?: () => void): SignOutFailure {
  const { signOut, state } = useSignOut()
  const [seen, setSeen] = React.useState(state)
  const [isShown, setShown] = React.useState(state === 'failed')
  if (seen !== state) {
    setSeen(state)
    // During a retry the message stays, and the focus in it.
    if (state !== 'busy') setShown(state === 'failed')
  }
  const isBusy = state === 'busy'
  return {
    isShown,
    isBusy,
    retry: () => (isBusy ? undefined : signOut()),
    dismiss() {
      setShown(false)
      onDismiss?.()
    },
  }
}

export { IntercomSession, useSignOut, useSignOutFailure, type IntercomSessionProps }
