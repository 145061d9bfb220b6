/** Every page loads this file. The store is outside React, so that remounts and second providers share one Messenger. */
import { MAX_WAITING_CALLS, report, toPrincipal, type Engine, type Entry, type Page } from './engine-protocol.ts'
import { addTo, onSessionEnd } from '../shared/session.ts'
import { isSamePrincipal, setPrincipal, type Principal } from '../shared/session-end.ts'
import type {
  BlockedReason, EventMetadata, IntercomActions, IntercomAttributes, IntercomCallbacks, IntercomState, LoadCause,
  MessengerOptions,
} from './types.ts'

/** Milliseconds that a session outlives its provider, because loading fallbacks may unmount the provider. */
const GRACE_PERIOD = 5_000

/** State until a provider mounts, and on the server. */
export const initialState: IntercomState = { status: 'off', blockedReason: null, isOpen: false, unreadCount: 0 }

export interface Messenger extends Page {
  actions: IntercomActions
  /** Returns the user that the provider or a call has named last. */
  getPrincipal: () => Principal
  subscribe: (listener: () => void) => () => void
  send: (method: string, ...args: unknown[]) => unknown
  /** Passes on the options of a provider. The first provider decides; callbacks of all providers are called. */
  attach: (owner: object, options: MessengerOptions) => void
  /** Removes a provider. The session ends after a grace period, unless a provider mounts. */
  detach: (owner: object) => void
}

declare const process: { env: { NEXT_PUBLIC_INTERCOM_APP_ID?: string } }

// Bundlers replace the expression. Without a bundler, `process` may be missing.
function getEnvironmentAppId(): string | undefined {
  try {
    return process.env.NEXT_PUBLIC_INTERCOM_APP_ID
  } catch {
    return undefined
  }
}

/** Calls `work` when the page has loaded and the browser is idle, so that loading and hydration come first. */
function waitForIdle(work: () => void): void {
  if (document.readyState !== 'complete') addEventListener('load', () => waitForIdle(work))
  // The timeout is for pages that are never idle. Safari has no idle callbacks.
  else if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 5_000 })
  else setTimeout(work, 1_000)
}

// A string is smaller than a list. Every page loads it.
const actionNames = (
  'boot update shutdown ready show showSpace showMessages showNewMessage showNews showArticle showTicket showConversation ' +
  'startConversation startTour startSurvey startChecklist hide hideNotifications trackEvent getVisitorId whoami setAuthTokens ' +
  'onShow onHide onUnreadCountChange onUserEmailSupplied onEvent'
).split(' ')

export function createMessenger(): Messenger {
  const listeners = new Set<() => void>()
  const callbacks = new Set<IntercomCallbacks>()
  const owners = new Map<object, MessengerOptions>()
  const entries: Entry[] = []
  let state = initialState
  let options: MessengerOptions = {}
  let declaredPrincipal: Principal = { id: '', email: '' }
  let principal = declaredPrincipal
  let engine: Engine | undefined
  let isDeclared = false
  let isAsking = false
  let graceTimer: ReturnType<typeof setTimeout> | undefined

  function set(next: Partial<IntercomState>): void {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }

  function block(blockedReason: BlockedReason, detail?: unknown): void {
    if (!isDeclared) return
    set({ status: 'blocked', blockedReason })
    report('blocked', { reason: blockedReason, detail })
  }

  function start(): void {
    set({ status: 'loading', blockedReason: null })
    if (engine) return engine.start()
    import('./engine.ts')
      .then(({ createEngine }) => {
        engine ??= createEngine(page)
        for (const entry of entries.splice(0)) engine.handle(entry)
        engine.start()
      })
      .catch((reason: unknown) => block('script', reason))
  }

  function load(cause: LoadCause): void {
    const canStart = () => /waiting|blocked/.test(state.status)
    const policy = options.load
    if (!canStart() || isAsking) return
    if (typeof policy !== 'function') return start()
    isAsking = true
    void (async () => policy(cause))()
      .catch(() => false)
      .then((isAllowed) => {
        isAsking = false
        if (isAllowed && canStart()) start()
      })
  }

  function handle(...entry: Entry): unknown {
    if (engine) return engine.handle(entry)
    const isOptions = entry[0] === 'options'
    // Only the latest options count.
    if (isOptions && entries.at(-1)?.[0] === 'options') entries.pop()
    if (isOptions || entries.length < MAX_WAITING_CALLS) entries.push(entry)
    return undefined
  }

  function identify(next: Principal): void {
    const previous = principal
    principal = isSamePrincipal(previous, next) ? { id: next.id || previous.id, email: next.email || previous.email } : next
    void setPrincipal('messenger', principal, previous)
  }

  function sync(): void {
    clearTimeout(graceTimer)
    options = [...owners.values()][0] ?? {}
    const next = toPrincipal(options)
    const appId = options.appId || getEnvironmentAppId()
    const wasDeclared = isDeclared
    isDeclared = !!(owners.size && appId)
    // Without a provider the user is unknown, and not a visitor.
    if (owners.size && (next.id !== declaredPrincipal.id || next.email !== declaredPrincipal.email)) {
      identify((declaredPrincipal = next))
    }
    handle('options', isDeclared ? { ...options, appId } : undefined)
    if (!isDeclared) {
      set({ ...initialState, status: owners.size ? 'off' : 'shutdown' })
      if (owners.size) report('app_id', undefined)
    } else if (!wasDeclared) {
      set({ status: 'waiting' })
      const policy = options.load ?? 'idle'
      if (policy === 'idle') waitForIdle(() => load('mount'))
      else if (policy !== 'intent') load('mount')
    }
  }

  function send(method: string, ...args: unknown[]): unknown {
    if (typeof window === 'undefined') return
    if (method === 'trackEvent') report('event', args as [name: string, metadata?: EventMetadata])
    const named = (args[0] ?? {}) as IntercomAttributes
    if (/^(boot|update)$/.test(method) && (named.userId || named.intercomUserJwt)) identify(toPrincipal({ email: options.email, ...named }))
    const result = handle(method, ...args)
    if (/^(show|start|boot)/.test(method)) load('intent')
    // The grace period is over, because the session is.
    if (method === 'shutdown' && isDeclared && !owners.size) sync()
    return result
  }

  const actions = {} as IntercomActions & Record<string, unknown>
  for (const name of actionNames) {
    actions[name] = name.startsWith('on')
      ? (listener: never) => addTo(callbacks, { [name]: listener })
      : (...args: unknown[]) => send(name, ...args)
  }
  actions.load = () => load('intent')
  actions.updateUser = actions.update
  actions.showChat = actions.show
  actions.hideChat = actions.hide

  onSessionEnd((isOtherTab) => {
    // Later, so that the event queue first drops its events, and doesn't send them as the next user's.
    if (isOtherTab) queueMicrotask(actions.shutdown)
  })

  const page: Messenger = {
    actions,
    getState: () => state,
    getPrincipal: () => principal,
    subscribe: (listener) => addTo(listeners, listener),
    set,
    send,
    start,
    block,
    emit(name, ...args) {
      for (const each of [...owners.values(), ...callbacks]) {
        try {
          (each as Record<string, ((...args: unknown[]) => void) | undefined>)[name]?.(...args)
        } catch (reason) {
          // An error stops no other callback, and breaks no call.
          reportError(reason)
        }
      }
    },
    attach(owner, next) {
      owners.set(owner, next)
      sync()
    },
    detach(owner) {
      owners.delete(owner)
      clearTimeout(graceTimer)
      graceTimer = setTimeout(sync, owners.size || state.status === 'shutdown' ? 0 : GRACE_PERIOD)
    },
  }
  return page
}

export const messenger: Messenger = createMessenger()
