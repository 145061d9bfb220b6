/** `window.Intercom`: the Messenger, or a stub that queues calls until the Messenger has loaded. */
export interface IntercomFunction {
  (...call: unknown[]): unknown
  /** Queued calls of the stub. */
  q?: ArrayLike<unknown>[]
  c?: (call: ArrayLike<unknown>) => void
}

interface TrustedTypes {
  createPolicy?: (name: string, rules: { createScriptURL: (url: string) => string }) => { createScriptURL: (url: string) => string }
}

/** Globals of the Messenger. The type of `window` isn't extended, because apps may declare other types. */
export interface MessengerWindow {
  Intercom?: IntercomFunction | undefined
  intercomSettings?: unknown
  trustedTypes?: TrustedTypes
}

/** Returns `window`, typed with the Messenger's globals. */
export function getMessengerWindow(): MessengerWindow {
  return window as MessengerWindow
}

/** Ignores elements with the id or name "Intercom", which are globals, too: `typeof` an `<object>` is `function`. */
export function getIntercom(): IntercomFunction | undefined {
  const { Intercom } = getMessengerWindow()
  return typeof Intercom === 'function' && !('nodeType' in Intercom) ? Intercom : undefined
}

const MAX_QUEUED_CALLS = 1_000
const ORIGIN = 'https://widget.intercom.io/widget/'

type LoadScript = (
  appId: string,
  options: { nonce?: string | undefined; crossOrigin?: string | undefined; trustedTypesPolicy?: string | undefined },
  onError: (detail: unknown) => void,
) => void

/** Follows the protocol of Intercom's own snippet. */
export function createLoader(): LoadScript {
  let isRequested = false
  let ownStub: IntercomFunction | undefined
  let policy: { createScriptURL: (url: string) => string } | undefined

  return (appId, { nonce, crossOrigin, trustedTypesPolicy }, onError) => {
    const page = getMessengerWindow()
    const existing = getIntercom()
    // This loader, a snippet on the page, or another copy of the kit has requested the script.
    if (existing && (isRequested || existing !== ownStub)) return
    isRequested = true

    const script = document.createElement('script')
    const fail = (detail: unknown) => {
      isRequested = false
      script.remove()
      onError(detail)
    }
    // Assignments throw if the page has frozen its globals, or requires a Trusted Types policy that the options don't name.
    try {
      if (!existing) {
        // The Messenger expects `arguments` objects in the queue.
        const stub: IntercomFunction = function () {
          // eslint-disable-next-line prefer-rest-params
          stub.c!(arguments)
        }
        stub.q = []
        stub.c = (call) => {
          if (stub.q!.length < MAX_QUEUED_CALLS) stub.q!.push(call)
        }
        page.Intercom = ownStub = stub
      }
      // The script boots with this global, which may be an element with that id or name.
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
