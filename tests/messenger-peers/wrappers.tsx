/** Gives three React wrappers of the Messenger the same interface, each used like its own documentation says. */
import * as sdk from '@intercom/messenger-js-sdk'
import * as React from 'react'
import { IntercomProvider as PeerProvider, useIntercom as usePeer } from 'react-use-intercom'
import { IntercomProvider } from '@/kit/messenger/intercom-provider'
import { useIntercom } from '@/kit/messenger/use-intercom'

/** The signed-in user. */
export interface User {
  userId: string
  name: string
}

/** A wrapper behind the shared interface. */
export interface Wrapper {
  /** Component around the app. */
  Provider: React.ComponentType<{ user: User | null; onShow?: () => void; children?: React.ReactNode }>
  /** Returns a function that tracks an event. */
  useTrackEvent: () => (name: string) => void
  /** Returns functions to log out and in. The provider renders with the other user as well. */
  useSession: () => { logOut: () => void; logIn: (user: User) => void }
}

const APP_ID = 'abc12345'
const nothing = { logOut() {}, logIn() {} }

const ours: Wrapper = {
  Provider: ({ user, onShow, children }) => (
    <IntercomProvider appId={APP_ID} load="now" userId={user?.userId} name={user?.name} onShow={onShow}>
      {children}
    </IntercomProvider>
  ),
  useTrackEvent: () => useIntercom().trackEvent,
  useSession: () => nothing,
}

const reactUseIntercom: Wrapper = {
  Provider: ({ user, onShow, children }) => (
    <PeerProvider appId={APP_ID} autoBoot autoBootProps={user ?? undefined} onShow={onShow}>
      {children}
    </PeerProvider>
  ),
  useTrackEvent: () => usePeer().trackEvent,
  useSession() {
    const { shutdown, boot } = usePeer()
    return { logOut: shutdown, logIn: boot }
  },
}

const messengerSdk: Wrapper = {
  Provider({ user, onShow, children }) {
    sdk.Intercom({ app_id: APP_ID, ...(user && { user_id: user.userId, name: user.name }) })
    // oxlint-disable-next-line react/exhaustive-deps -- a callback cannot be taken back, so it is given once
    React.useEffect(() => sdk.onShow(onShow ?? (() => {})), [])
    return children
  },
  useTrackEvent: () => sdk.trackEvent,
  useSession: () => ({
    logOut: sdk.shutdown,
    logIn: (user) => sdk.boot({ app_id: APP_ID, user_id: user.userId, name: user.name }),
  }),
}

/** Wrappers by name. */
export const wrappers = {
  'intercom-v0-kit': ours,
  'react-use-intercom 5.8.0': reactUseIntercom,
  '@intercom/messenger-js-sdk 0.0.20': messengerSdk,
}
