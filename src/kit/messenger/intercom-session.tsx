'use client'

import * as React from 'react'
import { IntercomProvider, type IntercomProviderProps } from './intercom-provider.tsx'
import { useIntercom } from './use-intercom.ts'
import { endSession } from '../shared/session-end.ts'

/** How signing out stands. */
export interface SignOut {
  /** Signs out: ends the Messenger's session first, then the app's. */
  signOut: () => void
  /** `failed`: whoever wanted to sign out is signed in still. */
  state: 'idle' | 'busy' | 'failed'
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

export { IntercomSession, useSignOut, type IntercomSessionProps }
