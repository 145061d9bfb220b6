'use client'

import * as React from 'react'
import { messenger } from './messenger-store.ts'
import type { MessengerOptions } from './types.ts'

/** Props of {@link IntercomProvider}. */
export interface IntercomProviderProps extends MessengerOptions {
  /** The app. The provider puts nothing around it. */
  children?: React.ReactNode
}

/**
 * Tells the Messenger of the page what the app wants: put it once around the app, in the root layout.
 */
function IntercomProvider(props: IntercomProviderProps) {
  const owner = React.useRef(null)
  // Every render, because the callbacks of the latest one are those to call; what has not changed costs nothing.
  React.useEffect(() => messenger.attach(owner, props))
  React.useEffect(() => () => messenger.detach(owner), [])
  return props.children
}

export { IntercomProvider }
