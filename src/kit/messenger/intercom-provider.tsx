'use client'

import * as React from 'react'
import { messenger } from './messenger-store.ts'
import type { MessengerOptions } from './types.ts'
import { endSession } from '../shared/session-end.ts'

/** Props of {@link IntercomProvider}. */
interface IntercomProviderProps extends MessengerOptions {
  /** The app. */
  children?: React.ReactNode
}

/**
 * Configures the Messenger of the page. Put it once around the app, in the root layout. When it unmounts, the session ends
 * after a few seconds.
 */
function IntercomProvider(props: IntercomProviderProps) {
  const owner = React.useRef(null)
  // At every render, because callbacks change at every render.
  React.useEffect(() => messenger.attach(owner, props))
  React.useEffect(() => () => messenger.detach(owner), [])
  return props.children
}

/** Returned by {@link useSignOut}. */
interface SignOut {
  /** Ends the Messenger's session, then the app's. */
  signOut: () => void
  /** `failed` means that the user is still signed in. */
  state: 'idle' | 'busy' | 'failed'
}

/** Returned by {@link useSignOutFailure}. */
interface SignOutFailure {
  /** Whether to show that signing out failed. Stays `true` during a retry. */
  isShown: boolean
  /** Whether a retry is running. */
  isBusy: boolean
  /** Signs out again. */
  retry: () => void
  /** Hides the failure. */
  dismiss: () => void
}

const SignOutContext = /* @__PURE__ */ React.createContext<SignOut | null>(null)

/** Props of {@link IntercomSession}. */
interface IntercomSessionProps extends IntercomProviderProps {
  /** Ends the app's own session. Rejects if that failed. */
  onSignOut: () => void | Promise<void>
}

/**
 * An `IntercomProvider` for the signed-in part of an app. {@link useSignOut} shuts the Messenger down before the app's session
 * ends, and then drops drafts, caches and queues of the user, in all tabs.
 */
function IntercomSession({ onSignOut, children, ...props }: IntercomSessionProps) {
  const [state, setState] = React.useState<SignOut['state']>('idle')
  const end = React.useRef(onSignOut)
  React.useLayoutEffect(() => {
    end.current = onSignOut
  })
  const signOut = React.useCallback(async () => {
    setState('busy')
    messenger.actions.shutdown()
    try {
      await end.current()
      endSession()
      setState('idle')
    } catch {
      // Still signed in, so the Messenger is still theirs.
      messenger.actions.boot()
      setState('failed')
    }
  }, [])
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
    // During a retry the failure stays, and the focus in it.
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

export {
  IntercomProvider, IntercomSession, useSignOut, useSignOutFailure, type IntercomProviderProps, type IntercomSessionProps,
  type SignOut, type SignOutFailure,
}
