/**
 * The Messenger of the page: one, outside React, so that no render, remount or second provider can start another.
 *
 * This is the part that every page pays for: it knows what the app wants, and writes it down. What it takes to run the
 * Messenger is in `engine.ts`, which comes when the Messenger is wanted and first reads everything that was written
 * down, in order.
 */
import { createActions } from './actions.ts'
import { MAX_WAITING_CALLS, type Engine, type Entry, type Page } from './engine-protocol.ts'
import { report } from './report.ts'
import type {
  BlockedReason,
  IntercomActions,
  IntercomCallbacks,
  IntercomState,
  LoadCause,
  MessengerOptions,
} from './types.ts'

/** Milliseconds after which a Messenger that is not ready counts as blocked. It may still come. */
const PATIENCE = 20_000

/** What a page begins with, and what the server always has. */
export const initialState: IntercomState = { status: 'off', blockedReason: null, isOpen: false, unreadCount: 0 }

/** The {@link messenger}, for those who bind it to a framework. */
export interface Messenger {
  actions: IntercomActions
  getState: () => IntercomState
  getOptions: () => MessengerOptions
  subscribe: (listener: () => void) => () => void
  /** A provider is mounted or rendered anew. Of several the first decides; the callbacks of all are called. */
  attach: (owner: object, options: MessengerOptions) => void
  /** A provider is gone. The session ends, unless one is mounted within the same task, as StrictMode does. */
  detach: (owner: object) => void
}

declare const process: { env: { NEXT_PUBLIC_INTERCOM_APP_ID?: string } }

// Next.js replaces the expression by the value. Without a bundler that does, `process` may be missing.
function environmentAppId(): string | undefined {
  try {
    return process.env.NEXT_PUBLIC_INTERCOM_APP_ID
  } catch {
    return undefined
  }
}

/** Makes a store. The page has one, {@link messenger}; a test makes its own. */
export function createMessenger(): Messenger {
  const listeners = new Set<() => void>()
  const callbacks = new Set<IntercomCallbacks>()
  const owners = new Map<object, MessengerOptions>()
  const entries: Entry[] = []
  let state = initialState
  let engine: Engine | undefined
  let isDeclared = false
  let isAsking = false
  let patience: ReturnType<typeof setTimeout> | undefined

  const getState = () => state
  const getOptions = (): MessengerOptions => owners.values().next().value ?? {}

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
    clearTimeout(patience)
    patience = setTimeout(() => state.status === 'loading' && block('timeout'), PATIENCE)
    if (engine) return engine.start()
    import('./engine.ts')
      .then(({ createEngine }) => {
        engine ??= createEngine(page)
        for (const entry of entries.splice(0)) engine.tell(entry)
        engine.start()
      })
      .catch((reason: unknown) => block('script', reason))
  }

  function load(cause: LoadCause): void {
    const canStart = () => state.status === 'waiting' || state.status === 'blocked'
    const policy = getOptions().load
    if (!canStart() || isAsking) return
    if (typeof policy !== 'function') return start()
    isAsking = true
    void new Promise<boolean>((resolve) => resolve(policy(cause)))
      .catch(() => false)
      .then((isAllowed) => {
        isAsking = false
        if (isAllowed && canStart()) start()
      })
  }

  function tell(...entry: Entry): unknown {
    if (engine) return engine.tell(entry)
    // Of options that follow each other the last ones count.
    if (entry[0] === 'options' && entries.at(-1)?.[0] === 'options') entries.pop()
    if (entry[0] === 'options' || entries.length < MAX_WAITING_CALLS) entries.push(entry)
    return undefined
  }

  function sync(): void {
    const options = getOptions()
    const appId = options.appId || environmentAppId()
    const wasDeclared = isDeclared
    isDeclared = owners.size > 0 && !!appId
    tell('options', isDeclared ? { ...options, appId } : undefined)
    if (!isDeclared) {
      set({ ...initialState, status: owners.size ? 'off' : 'shutdown' })
      if (owners.size) report('app_id', undefined)
    } else if (!wasDeclared) {
      set({ status: 'waiting' })
      const { load: policy = 'intent' } = options
      // A page that is never idle gets it, too; a browser that cannot tell, at once.
      if (policy === 'idle' && 'requestIdleCallback' in window) requestIdleCallback(() => load('mount'), { timeout: 5_000 })
      else if (policy !== 'intent') load('mount')
    }
  }

  const page: Page = {
    getState,
    set,
    getOptions,
    start,
    block,
    emit(name, value) {
      for (const each of [...owners.values(), ...callbacks]) each[name]?.(value)
    },
  }

  return {
    actions: createActions({
      call(method, ...args) {
        // The server has no Messenger.
        if (typeof window === 'undefined') return
        const result = tell(method, ...args)
        if (/^(show|start|boot)/.test(method)) load('intent')
        return result
      },
      load: () => load('intent'),
      listen(entry) {
        callbacks.add(entry)
        return () => void callbacks.delete(entry)
      },
    }),
    getState,
    getOptions,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    attach(owner, options) {
      owners.set(owner, options)
      sync()
    },
    detach(owner) {
      owners.delete(owner)
      setTimeout(sync)
    },
  }
}

/** The Messenger of the page. */
export const messenger: Messenger = createMessenger()
