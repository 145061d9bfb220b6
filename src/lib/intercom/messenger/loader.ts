/** Loads the Messenger's script, by the protocol of Intercom's own snippet: a function that queues until it is there. */

import { MAX_WAITING_CALLS } from '@/lib/intercom/messenger/parts'

/** `window.Intercom`: the Messenger itself, or the function that queues calls for it. */
export interface IntercomFunction {
  (...call: unknown[]): unknown
  /** The calls that wait. Only the function that stands in has it. */
  q?: ArrayLike<unknown>[]
  c?: (call: ArrayLike<unknown>) => void
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): { createScriptURL: (url: string) => string }
}

declare global {
  interface Window {
    Intercom?: IntercomFunction
    trustedTypes?: TrustedTypes
  }
}

const ORIGIN = 'https://widget.intercom.io/widget/'

/** Loads the script of an app; calls `onError` where that fails. Does nothing while it is on its way or there. */
export type LoadScript = (
  appId: string,
  options: { nonce?: string; trustedTypesPolicy?: string },
  onError: (detail: unknown) => void,
) => void

/** Makes the loader of one page. */
export function createLoader(): LoadScript {
  let isRequested = false
  let standIn: IntercomFunction | undefined
  let policy: ReturnType<TrustedTypes['createPolicy']> | undefined

  return (appId, { nonce, trustedTypesPolicy }, onError) => {
    // A snippet on the page, or another copy of the kit, loads it already.
    if (isRequested || (window.Intercom && window.Intercom !== standIn)) return
    isRequested = true

    if (!standIn) {
      // The Messenger expects `arguments` objects in the queue.
      const queueing: IntercomFunction = function () {
        queueing.c!(arguments)
      }
      queueing.q = []
      queueing.c = (call) => {
        if (queueing.q!.length < MAX_WAITING_CALLS) queueing.q!.push(call)
      }
      window.Intercom = standIn = queueing
    }

    const script = document.createElement('script')
    const fail = (detail: unknown) => {
      isRequested = false
      script.remove()
      onError(detail)
    }
    // Where the content security policy asks for Trusted Types and none is named, setting the address throws.
    try {
      if (trustedTypesPolicy) {
        policy ??= window.trustedTypes?.createPolicy(trustedTypesPolicy, {
          createScriptURL: (url) => (url.startsWith(ORIGIN) ? url : ''),
        })
      }
      const url = ORIGIN + encodeURIComponent(appId)
      script.src = policy?.createScriptURL(url) ?? url
      if (nonce) script.nonce = nonce
      script.onerror = fail
      document.head.append(script)
    } catch (reason) {
      fail(reason)
    }
  }
}
