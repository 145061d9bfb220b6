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

/** Configures the Messenger. Render it once, in the root layout. The session ends a few seconds after it unmounts. */
function IntercomProvider(props: IntercomProviderProps) {
  const owner = React.useRef(null)
  // On every render, because callbacks may change.
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
  /** Whether to show the failure. Stays `true` during a retry. */
  isShown: boolean
  /** Whether a retry is running. */
  isBusy: boolean
  retry: () => void
  dismiss: () => void
}

const SignOutContext = /* @__PURE__ */ React.createContext<SignOut | null>(null)

/** Props of {@link IntercomSession}. */
interface IntercomSessionProps extends IntercomProviderProps {
  /** Called to end the app's own session. Rejects if that fails. */
  onSignOut: () => void | Promise<void>
}

/**
 * An `IntercomProvider` for the signed-in part of an app. {@link useSignOut} ends the Messenger's session before the app's, and
 * then drops the user's drafts, caches and queues in all tabs.
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
      void endSession()
      setState('idle')
    } catch {
      // The user is still signed in.
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

/** Signs out of the Messenger, then of the app. @throws Error outside an {@link IntercomSession} */
function useSignOut(): SignOut {
  const value = React.use(SignOutContext)
  if (!value) throw new Error("useSignOut() must be used within <IntercomSession>. Wrap the app's signed-in part in it.")
  return value
}

/** Keeps a failure of {@link useSignOut} until a retry succeeds or the user dismisses it, which calls `onDismiss`. */
function useSignOutFailure(onDismiss?: () => void): SignOutFailure {
  const { signOut, state } = useSignOut()
  const [seen, setSeen] = React.useState(state)
  const [isShown, setShown] = React.useState(state === 'failed')
  if (seen !== state) {
    setSeen(state)
    // The failure stays during a retry, and so does the focus in it.
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
