/** Runs sessions. A session lasts from `boot` to `shutdown`, and belongs to one user or visitor of one workspace. */
import { createLoader, getIntercom } from './script-loader.ts'
import { MAX_WAITING_CALLS, readClaims, report, type Engine, type Entry, type Page } from './engine-protocol.ts'
import {
  diffSettings, getPrincipal, isSameWorkspace, omitUser, toInitialSettings, toSettings,
} from './messenger-settings.ts'
import { createUpdates } from './profile-update-queue.ts'
import { isSamePrincipal, isVisitor } from '../shared/session-end.ts'
import type { IntercomCallbacks, IntercomState, MessengerOptions, MessengerSettings } from './types.ts'

/** Milliseconds before a Messenger that isn't ready counts as blocked. It may still become ready. */
const READY_TIMEOUT = 20_000

function isSameSession(a: MessengerSettings, b: MessengerSettings): boolean {
  return isSameWorkspace(a, b) && isSamePrincipal(getPrincipal(a), getPrincipal(b))
}

/** Watches path and query, with any router. Browsers without the Navigation API only report Back and Forward. */
function watchPageViews(onPageView: () => void): void {
  const getPage = () => location.pathname + location.search
  let page = getPage()
  const onChange = () => {
    const last = page
    page = getPage()
    if (page !== last) onPageView()
  }
  // In browsers without the API, this may be an element with the id "navigation".
  const { navigation } = window as { navigation?: EventTarget }
  if (navigation && 'currentEntry' in navigation) navigation.addEventListener('currententrychange', onChange)
  else window.addEventListener('popstate', onChange)
}

export function createEngine({ getState, set, emit, start, block }: Page): Engine {
  const loadScript = createLoader()
  const updates = createUpdates(sendUpdate)

  let options: MessengerOptions = {}
  let declared: MessengerSettings | undefined
  /** Settings of the provider and of later calls. Each session has its own object. */
  let session: MessengerSettings | undefined
  let isStarted = false
  let readyTimer: ReturnType<typeof setTimeout> | undefined
  let isBooted = false
  /** Renews the token of the session. */
  let renew: (() => void) | undefined
  let waiting: Entry[] = []
  /** Sessions that ended before the Messenger loaded, with their calls. */
  const past: Entry[] = []
  /** Counts shutdowns. Each of them drops Intercom's callbacks, so every epoch registers them once. */
  let epoch = 0
  let registeredEpoch = -1

  function send(...entry: Entry): unknown {
    try {
      return getIntercom()?.(...entry)
    } catch (reason) {
      // Other code may have replaced `window.Intercom`. Report its error, but don't break the caller.
      queueMicrotask(() => {
        throw reason
      })
      return undefined
    }
  }

  function register(): void {
    if (registeredEpoch === epoch) return
    const mine = (registeredEpoch = epoch)
    const on = (name: keyof IntercomCallbacks | 'ready', toState: (value: number) => Partial<IntercomState>) =>
      send(name, (value: number) => {
        if (mine !== epoch || !isBooted) return
        // Every callback proves that the Messenger is ready.
        set({ ...toState(value), status: 'ready', blockedReason: null })
        if (name !== 'ready') emit(name, value)
      })
    on('onShow', () => ({ isOpen: true }))
    on('onHide', () => ({ isOpen: false }))
    on('onUnreadCountChange', (unreadCount) => ({ unreadCount }))
    on('onUserEmailSupplied', () => ({}))
    on('ready', () => ({}))
  }

  /** Omits attributes that the session's token proves, so that the page can't contradict it. */
  function omitProven(attributes: MessengerSettings): MessengerSettings {
    const claims = readClaims(session?.intercom_user_jwt)
    return Object.fromEntries(Object.entries(attributes).filter(([name]) => name === 'user_id' || !Object.hasOwn(claims, name)))
  }

  /** Sends attributes, or a page view, with the proof of a verified user: secured workspaces refuse updates without it. */
  function sendUpdate(attributes: MessengerSettings = {}): void {
    const { user_id, user_hash, intercom_user_jwt } = session ?? {}
    const settings = {
      ...omitProven(attributes),
      ...(user_hash ? { user_id, user_hash } : undefined),
      ...(intercom_user_jwt ? { intercom_user_jwt } : undefined),
    }
    report('update', { options, settings })
    if (Object.keys(settings).length > 0) send('update', settings)
    else send('update')
  }

  function boot(proof?: MessengerSettings): void {
    Object.assign(session!, proof)
    const settings = omitProven(session!)
    report('boot', { options, settings })
    isBooted = true
    for (const each of past.splice(0)) send(...each)
    send('boot', settings)
    register()
    for (const each of waiting.splice(0)) call(each)
  }

  function open(): void {
    const mine = session!
    const principal = getPrincipal(mine)
    if (!options.verifyIdentity || isVisitor(principal)) return boot()
    const isCurrent = () => mine === session
    import('./identity-proof.ts')
      .then(({ verifyIdentity }) => verifyIdentity(principal.id, isCurrent, (proof) => (isBooted ? change : boot)(proof)))
      .then((renewal) => {
        if (isCurrent()) renew = renewal
      })
      .catch((reason: unknown) => {
        if (isCurrent() && !isBooted) block('identity', reason)
      })
  }

  function end(): void {
    if (!session) return
    if (isBooted) {
      updates.flush()
      send('shutdown')
    }
    updates.drop()
    waiting = []
    session = renew = undefined
    isBooted = false
    epoch++
    set({ status: 'shutdown', blockedReason: null, isOpen: false, unreadCount: 0 })
  }

  /** A visitor who signs in keeps the session; any other session ends first. */
  function startSession(next: MessengerSettings): void {
    const isContinued = session && isSameWorkspace(session, next) &&
      (isVisitor(getPrincipal(session)) || isSamePrincipal(getPrincipal(session), getPrincipal(next)))
    if (session && !isContinued) {
      if (isBooted) {
        end()
      } else {
        // Calls of one user must not count as the next user's.
        if (waiting.length && !options.verifyIdentity) past.push(['boot', omitProven(session)], ...waiting, ['shutdown'])
        waiting = []
      }
    }
    session = toInitialSettings(next)
    renew = undefined
    isBooted = false
    const { status } = getState()
    if (!isStarted) return
    if (status === 'ready' || status === 'loading') open()
    else start()
  }

  function switchSettings(next: MessengerSettings): void {
    if (!session || !isSameSession(session, next)) return startSession(next)
    const changed = diffSettings(session, toInitialSettings(next))
    if (changed) change(changed)
  }

  /** Changes the session, or counts a page view if no attributes are passed. */
  function change(attributes?: MessengerSettings): void {
    const before = getPrincipal(session)
    const next = { ...session, ...attributes }
    const after = getPrincipal(next)
    if (isVisitor(before) && !isVisitor(after)) return startSession(next)
    // Users edit their email address. Another id or token means another user.
    const isOther = (attributes?.user_id || attributes?.intercom_user_jwt) && !isSamePrincipal(before, after)
    if (isOther) return startSession({ ...omitUser(session!), ...attributes })
    // Identity verification needs the id.
    if (!isBooted && !before.id && after.id) return startSession(next)
    Object.assign(session!, attributes)
    if (!isBooted) return
    const rest = attributes && omitProven(attributes)
    const isProven = attributes && Object.keys(attributes).length > Object.keys(rest!).length
    // Only the server may change these.
    if (isProven) renew?.()
    if (!isProven || Object.keys(rest!).length > 0) updates.add(rest)
  }

  function applyOptions(next: MessengerOptions | undefined): void {
    const before = declared
    if (next) options = next
    declared = next && toSettings(next)
    if (!declared) {
      end()
      isStarted = false
    } else if (!before || !isSameSession(before, declared)) {
      switchSettings(declared)
    } else if (session) {
      const changed = diffSettings(before, declared)
      if (changed) change(changed)
    }
  }

  function bootAs(attributes: MessengerSettings): void {
    const [mine, theirs] = [getPrincipal(declared), getPrincipal(attributes)]
    // Another user must not get attributes of the provider's user.
    switchSettings({ ...(isVisitor(theirs) || isSamePrincipal(mine, theirs) ? declared : omitUser(declared!)), ...attributes })
  }

  function update(attributes: object | undefined): void {
    const { app_id: _, api_base: __, ...settings } = attributes ? toSettings(attributes) : {}
    change(Object.keys(settings).length > 0 ? settings : undefined)
  }

  function call(entry: Entry): unknown {
    const [method, attributes] = entry as [string, object | undefined]
    // The app has ended the session.
    if (declared && !session && method !== 'boot') return undefined
    if (method === 'boot' && declared) return bootAs(toSettings(attributes ?? {}))
    if (method === 'shutdown') return end()
    if (method === 'update' && session) return update(attributes)
    if (isBooted) {
      updates.flush()
      return send(...entry)
    }
    if (waiting.length < MAX_WAITING_CALLS) waiting.push(entry)
    return undefined
  }

  watchPageViews(() => isBooted && updates.add())

  return {
    handle(entry) {
      const [method, first, second, isAnnounced] = entry
      if (method === 'options') return applyOptions(first as MessengerOptions | undefined)
      if (method !== 'trackEvent') return call(entry)
      // The event queue announces its own events.
      if (!isAnnounced && session) emit('onEvent', first, second)
      return call(isAnnounced ? [method, first, second] : entry)
    },
    start() {
      if (!declared) return
      isStarted = true
      clearTimeout(readyTimer)
      readyTimer = setTimeout(() => getState().status === 'loading' && block('timeout'), READY_TIMEOUT)
      loadScript(String(declared.app_id), options, (detail) => block('script', detail))
      if (!isBooted && session) open()
    },
  }
}
