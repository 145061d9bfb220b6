/**
 * What runs the Messenger, once it is wanted: it brings the script, opens and ends sessions, and keeps to Intercom's
 * limits. A session is what lies between `boot` and `shutdown`; it belongs to one user, or to a visitor.
 */
import type { IntercomAttributes } from './attributes.ts'
import { createLoader, getMessengerWindow } from './script-loader.ts'
import { watchPageViews } from './page-views.ts'
import { MAX_WAITING_CALLS, type Engine, type Entry, type Page } from './engine-protocol.ts'
import { report } from './report.ts'
import { changedSettings, toSettings, userOf, type MessengerSettings } from './messenger-settings.ts'
import type { IntercomCallbacks, IntercomState, MessengerOptions } from './types.ts'
import { createUpdates } from './profile-update-queue.ts'

/**
 * Makes the engine of a page.
 *
 * @param page what it runs the Messenger for
 */
export function createEngine({ getState, set, getOptions, emit, start, block }: Page): Engine {
  const loadScript = createLoader()
  const updates = createUpdates((attributes) => (attributes ? send('update', attributes) : send('update')))

  /** What the provider says. */
  let declared: MessengerSettings | undefined
  /** What the session has: that, and what calls have changed. Another object for each session. */
  let session: MessengerSettings | undefined
  let isStarted = false
  let isBooted = false
  /** Calls that wait for the session to be booted. */
  let waiting: Entry[] = []
  /** Sessions that were over before the Messenger was there, with their calls. */
  const past: Entry[] = []
  /** Counts shutdowns. Intercom drops its callbacks at one, so they are registered once in each epoch. */
  let epoch = 0
  let registeredEpoch = -1

  function send(...entry: Entry): unknown {
    return getMessengerWindow().Intercom?.(...entry)
  }

  function register(): void {
    if (registeredEpoch === epoch) return
    const mine = (registeredEpoch = epoch)
    const on = (name: keyof IntercomCallbacks | 'ready', toState: (value: number) => Partial<IntercomState>) =>
      send(name, (value: number) => {
        if (mine !== epoch || !isBooted) return
        // Whatever it is that the Messenger reports: it is there.
        set({ ...toState(value), status: 'ready', blockedReason: null })
        if (name !== 'ready') emit(name, value)
      })
    on('onShow', () => ({ isOpen: true }))
    on('onHide', () => ({ isOpen: false }))
    on('onUnreadCountChange', (unreadCount) => ({ unreadCount }))
    on('onUserEmailSupplied', () => ({}))
    on('ready', () => ({}))
  }

  function boot(proof?: MessengerSettings): void {
    Object.assign(session!, proof)
    report('boot', { options: getOptions(), settings: session! })
    isBooted = true
    for (const each of past.splice(0)) send(...each)
    send('boot', { ...session })
    register()
    for (const each of waiting.splice(0)) call(each)
  }

  /** Boots the session: at once, or when its user is proved to be who they are. */
  function open(): void {
    const mine = session!
    if (!getOptions().verifyIdentity || !userOf(mine)) return boot()
    const isCurrent = () => mine === session
    import('./identity-proof.ts')
      .then(({ proveIdentity }) => proveIdentity(mine.user_id, isCurrent, (proof) => (isBooted ? change : boot)(proof)))
      .catch((reason: unknown) => {
        if (isCurrent() && !isBooted) block('identity', reason)
      })
  }

  /** Ends the session, if there is one, and forgets what was meant for it. */
  function end(): void {
    if (!session) return
    if (isBooted) {
      updates.flush()
      send('shutdown')
    }
    updates.drop()
    waiting = []
    session = undefined
    isBooted = false
    epoch++
    set({ status: 'shutdown', blockedReason: null, isOpen: false, unreadCount: 0 })
  }

  /** Begins a session. A visitor who logs in stays in theirs; that of another user is ended before. */
  function begin(next: MessengerSettings): void {
    if (userOf(session)) {
      if (isBooted) {
        end()
      } else {
        // What the user who is gone has done must not count as what the next one does.
        if (waiting.length && !getOptions().verifyIdentity) past.push(['boot', session], ...waiting, ['shutdown'])
        waiting = []
      }
    }
    session = { ...next }
    isBooted = false
    const { status } = getState()
    if (!isStarted) return
    if (status === 'ready' || status === 'loading') open()
    else start()
  }

  /** Sees to it that there is a session with these settings. */
  function become(next: MessengerSettings): void {
    if (!session || userOf(session) !== userOf(next)) return begin(next)
    const changed = changedSettings(session, next)
    if (changed) change(changed)
  }

  /** Changes the session: by attributes, or, without any, by a page view. A visitor can become a user by it. */
  function change(attributes?: MessengerSettings): void {
    const next = { ...session, ...attributes }
    if (!userOf(session) && userOf(next)) return begin(next)
    Object.assign(session!, attributes)
    if (isBooted) updates.add(attributes)
  }

  function declare(options: MessengerOptions | undefined): void {
    const before = declared
    declared = options && toSettings(options)
    if (!declared) {
      end()
      isStarted = false
    } else if (!before || userOf(before) !== userOf(declared)) {
      become(declared)
    } else if (session) {
      const changed = changedSettings(before, declared)
      if (changed) change(changed)
    }
  }

  function call(entry: Entry): unknown {
    const [method, attributes] = entry as [string, IntercomAttributes | undefined]
    // A session that the app has ended takes nothing more.
    if (declared && !session && method !== 'boot') return undefined
    if (method === 'boot' && declared) return become({ ...declared, ...toSettings(attributes ?? {}) })
    if (method === 'shutdown') return end()
    if (method === 'update' && session) return change(attributes && toSettings(attributes))
    if (isBooted) {
      updates.flush()
      return send(...entry)
    }
    if (waiting.length < MAX_WAITING_CALLS) waiting.push(entry)
    return undefined
  }

  watchPageViews(() => isBooted && updates.add())

  return {
    tell: (entry) => (entry[0] === 'options' ? declare(entry[1] as MessengerOptions | undefined) : call(entry)),
    start() {
      if (!declared) return
      isStarted = true
      loadScript(String(declared.app_id), getOptions(), (detail) => block('script', detail))
      if (!isBooted && session) open()
    },
  }
}
