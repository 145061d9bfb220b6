/** Loads the Messenger's script, by the protocol of Intercom's own snippet: a function that queues until it is there. */

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

/** What the Messenger has on `window`. It is not declared there, where an app's own types may say it otherwise. */
export interface MessengerWindow {
  Intercom?: IntercomFunction
  trustedTypes?: TrustedTypes
}

/** Gives the page's `window` with what the Messenger has there. */
export function getMessengerWindow(): MessengerWindow {
  return window as MessengerWindow
}

/** More calls than this are not kept for a script that may never come: those that waited before it, and as many again. */
const MAX_QUEUED_CALLS = 1_000

const ORIGIN = 'https://widget.intercom.io/widget/'

/** Loads the script of an app; calls `onError` where that fails. Does nothing while it is on its way or there. */
export type LoadScript = (
  appId: string,
  options: { nonce?: string | undefined; trustedTypesPolicy?: string | undefined },
  onError: (detail: unknown) => void,
) => void

/** Makes the loader of one page. */
export function createLoader(): LoadScript {
  let isRequested = false
  let standIn: IntercomFunction | undefined
  let policy: ReturnType<TrustedTypes['createPolicy']> | undefined

  return (appId, { nonce, trustedTypesPolicy }, onError) => {
    const page = getMessengerWindow()
    // It is there, or on its way: brought by this loader, by a snippet on the page, or by another copy of the kit.
    if (page.Intercom && (isRequested || page.Intercom !== standIn)) return
    isRequested = true

    if (!page.Intercom) {
      // The Messenger expects `arguments` objects in the queue.
      const queueing: IntercomFunction = function () {
        // eslint-disable-next-line prefer-rest-params
        queueing.c!(arguments)
      }
      queueing.q = []
      queueing.c = (call) => {
        if (queueing.q!.length < MAX_QUEUED_CALLS) queueing.q!.push(call)
      }
      page.Intercom = standIn = queueing
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
        policy ??= page.trustedTypes?.createPolicy(trustedTypesPolicy, {
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
