/** `window.Intercom`: the Messenger itself, or a function that queues calls until the Messenger has loaded. */
export interface IntercomFunction {
  (...call: unknown[]): unknown
  /** Queued calls. Missing once the Messenger has loaded. */
  q?: ArrayLike<unknown>[]
  c?: (call: ArrayLike<unknown>) => void
}

interface TrustedTypes {
  createPolicy?: (name: string, rules: { createScriptURL: (url: string) => string }) => { createScriptURL: (url: string) => string }
}

/** Globals of the Messenger. `window` itself isn't extended, because apps may declare other types there. */
export interface MessengerWindow {
  Intercom?: IntercomFunction | undefined
  intercomSettings?: unknown
  trustedTypes?: TrustedTypes
}

/** Returns `window`, typed with the Messenger's globals. */
export function getMessengerWindow(): MessengerWindow {
  return window as MessengerWindow
}

/**
 * Returns `window.Intercom` if it is a function. An element with the id or the name "Intercom" is a global, too; browsers
 * treat `<object>` and `<embed>` as functions.
 */
export function getIntercom(): IntercomFunction | undefined {
  const { Intercom } = getMessengerWindow()
  return typeof Intercom === 'function' && !('nodeType' in Intercom) ? Intercom : undefined
}

/** Queued calls at most: those from before the script, and as many again. */
const MAX_QUEUED_CALLS = 1_000

const ORIGIN = 'https://widget.intercom.io/widget/'

/** Loads the script of an app, unless it has loaded or is loading. */
export type LoadScript = (
  appId: string,
  options: { nonce?: string | undefined; crossOrigin?: string | undefined; trustedTypesPolicy?: string | undefined },
  onError: (detail: unknown) => void,
) => void

/** Creates the script loader of a page. It follows the protocol of Intercom's own snippet. */
export function createLoader(): LoadScript {
  let isRequested = false
  let standIn: IntercomFunction | undefined
  let policy: { createScriptURL: (url: string) => string } | undefined

  return (appId, { nonce, crossOrigin, trustedTypesPolicy }, onError) => {
    const page = getMessengerWindow()
    const existing = getIntercom()
    // Loaded, or loading: by this loader, by a snippet on the page, or by another copy of the kit.
    if (existing && (isRequested || existing !== standIn)) return
    isRequested = true

    const script = document.createElement('script')
    const fail = (detail: unknown) => {
      isRequested = false
      script.remove()
      onError(detail)
    }
    // Assignments throw if the page has frozen the globals, or if its policy requires Trusted Types and none is named.
    try {
      if (!existing) {
        // The Messenger expects `arguments` objects in the queue.
        const createQueueStub: IntercomFunction = function () {
          // eslint-disable-next-line prefer-rest-params
          createQueueStub.c!(arguments)
        }
        createQueueStub.q = []
        createQueueStub.c = (call) => {
          if (createQueueStub.q!.length < MAX_QUEUED_CALLS) createQueueStub.q!.push(call)
        }
        page.Intercom = standIn = createQueueStub
      }
      // The script boots with whatever is here: elements with this id or name must not pass for settings.
      const { intercomSettings } = page
      if (intercomSettings && Object.prototype.toString.call(intercomSettings) !== '[object Object]') page.intercomSettings = undefined
      if (trustedTypesPolicy) {
        policy ??= page.trustedTypes?.createPolicy?.(trustedTypesPolicy, {
          createScriptURL: (url) => (url.startsWith(ORIGIN) ? url : ''),
        })
      }
      const url = ORIGIN + encodeURIComponent(appId)
      script.src = policy?.createScriptURL(url) ?? url
      if (nonce) script.nonce = nonce
      if (crossOrigin !== undefined) script.crossOrigin = crossOrigin
      script.onerror = fail
      document.head.append(script)
    } catch (reason) {
      fail(reason)
    }
  }
}
