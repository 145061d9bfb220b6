import type { MessengerMockOptions, WidgetCall, WidgetEvent, WidgetSettings, WidgetView } from './types.ts'

/** Updates per page that Intercom accepts within the window, in milliseconds. */
const MAX_UPDATES = 20
const UPDATE_WINDOW = 1_800_000

const callbackNames = ['onShow', 'onHide', 'onUnreadCountChange', 'onUserEmailSupplied'] as const
type CallbackName = (typeof callbackNames)[number]

const spaces = ['home', 'messages', 'help', 'news', 'tasks', 'tickets']

/** Names in a token that aren't attributes. */
const registered = ['iat', 'exp', 'nbf', 'iss', 'sub', 'aud', 'jti']

/** Reads the attributes in a token. Only Intercom has the secret, so the signature isn't verified. */
function readClaims(token: unknown): WidgetSettings {
  try {
    const bytes = atob(String(token).split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/'))
    const claims = JSON.parse(new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)))) as WidgetSettings
    return Object.fromEntries(Object.entries(claims).filter(([name]) => !registered.includes(name)))
  } catch {
    return {}
  }
}

/** Implementation of `window.Intercom`. */
export interface Widget {
  call: (method: string, args: unknown[]) => unknown
  setUnreadCount: (count: number) => void
  /** See `supplyEmail` of {@link MessengerMock}. */
  supplyEmail: (email: string) => void
}

/** State and callbacks of a widget. */
export interface WidgetHost {
  options: MessengerMockOptions
  calls: WidgetCall[]
  events: WidgetEvent[]
  /** Called when the view changes. `null` means there is no session. */
  show: (view: WidgetView | null) => void
}

/**
 * Creates the Messenger of the script. It follows Intercom's documented and observed behaviour: calls need a session, a
 * session starts shortly after `boot`, callbacks stay until `shutdown`, and the 21st update in half an hour is ignored.
 * https://developers.intercom.com/installing-intercom/web/methods
 */
export function createWidget({ options, calls, events, show }: WidgetHost): Widget {
  let view: WidgetView | null = null
  let isLive = false
  let session = 0
  let updates = 0
  let windowStart = 0
  let unreadCount = options.unreadCount ?? 0
  let whenReady: (() => void)[] = []
  const callbacks = new Map<CallbackName, ((value?: number) => void)[]>(callbackNames.map((name) => [name, []]))

  function emit(name: CallbackName, value?: number): void {
    for (const callback of callbacks.get(name) ?? []) callback(value)
  }

  function render(next: Partial<WidgetView> = {}): void {
    if (view) view = { ...view, ...next }
    show(view)
  }

  function getUserKey(settings: WidgetSettings): string {
    return String(settings.user_id ?? readClaims(settings.intercom_user_jwt).user_id ?? settings.email ?? '')
  }

  function open(place: string, text = ''): void {
    if (!view) return
    const wasOpen = view.isOpen
    render({ isOpen: true, place, text })
    if (isLive && !wasOpen) emit('onShow')
  }

  function startSession(mine: number): void {
    if (mine !== session || !view) return
    isLive = true
    render({ unreadCount })
    emit('onUnreadCountChange', unreadCount)
    for (const callback of whenReady.splice(0)) callback()
    if (view.isOpen) emit('onShow')
  }

  /** Returns the attributes that Intercom stores: those of the token, and others unless they are protected. */
  function accept(settings: WidgetSettings, entry: WidgetCall): WidgetSettings {
    const isRefused = (name: string) => options.protectedAttributes?.includes(name) ?? false
    const refused = Object.keys(settings).filter(isRefused)
    if (refused.length > 0) entry.refused = refused
    const accepted = Object.entries(settings).filter(([name]) => !isRefused(name))
    return { ...Object.fromEntries(accepted), ...readClaims(settings.intercom_user_jwt) }
  }

  function boot(settings: WidgetSettings, entry: WidgetCall): void {
    if (!settings?.app_id || options.accepts?.(settings) === false) return
    const mine = ++session
    isLive = false
    view = { settings: accept(settings, entry), isOpen: view?.isOpen ?? false, place: 'home', text: '', unreadCount: 0 }
    render()
    // Intercom's Messenger asks its server first.
    setTimeout(startSession, 0, mine)
  }

  function shutdown(): void {
    session++
    isLive = false
    view = null
    if (options.forgetsCallbacks !== false) {
      for (const list of callbacks.values()) list.length = 0
      whenReady = []
    }
    show(null)
  }

  function update(settings: WidgetSettings | undefined, entry: WidgetCall): void {
    const now = Date.now()
    if (now - windowStart >= UPDATE_WINDOW) {
      windowStart = now
      updates = 0
    }
    if (++updates > MAX_UPDATES) entry.ignored = 'throttled'
    else if (settings && view) render({ settings: { ...view.settings, ...accept(settings, entry) } })
  }

  function runInSession(method: string, args: unknown[], entry: WidgetCall): unknown {
    const [first, second] = args
    switch (method) {
      case 'shutdown':
        return shutdown()
      case 'update':
        return update(first as WidgetSettings | undefined, entry)
      case 'hide': {
        const wasOpen = view?.isOpen
        render({ isOpen: false })
        if (wasOpen) emit('onHide')
        return undefined
      }
      case 'show':
        return open(unreadCount > 0 ? 'messages' : 'home')
      case 'showMessages':
        return open('messages')
      case 'showSpace':
        return spaces.includes(String(first)) ? open(String(first)) : undefined
      case 'showNewMessage':
        return open('composer', String(first ?? ''))
      case 'startConversation':
        return open('sent', String(first ?? ''))
      case 'showArticle':
      case 'showNews':
      case 'showTicket':
      case 'showConversation':
      case 'startTour':
      case 'startSurvey':
      case 'startChecklist':
        return open(`${method.replace(/^(show|start)/, '').toLowerCase()} ${first}`)
      case 'trackEvent':
        events.push({ name: String(first), metadata: second, user: entry.user ?? '' })
        return undefined
      case 'getVisitorId':
        return isLive ? `visitor-${session}` : undefined
      case 'whoami':
        return isLive && view ? { user_id: view.settings.user_id, email: view.settings.email } : undefined
      case 'hideNotifications':
      case 'setAuthTokens':
      case 'reattach_activator':
        return undefined
      default:
        entry.ignored = 'unknown'
        return undefined
    }
  }

  return {
    call(method, args) {
      const entry: WidgetCall = { method, args, user: view && getUserKey(view.settings) }
      calls.push(entry)
      try {
        const list = callbacks.get(method as CallbackName)
        if (list) {
          list.push(args[0] as () => void)
          if (method === 'onUnreadCountChange' && isLive) list.at(-1)?.(unreadCount)
        } else if (method === 'ready') {
          if (isLive) (args[0] as () => void)()
          else whenReady.push(args[0] as () => void)
        } else if (method === 'boot') {
          boot(args[0] as WidgetSettings, entry)
        } else if (view) {
          return runInSession(method, args, entry)
        } else {
          entry.ignored = 'no_session'
        }
        return undefined
      } finally {
        options.onCall?.(entry)
      }
    },
    setUnreadCount(count) {
      unreadCount = count
      if (!isLive) return
      render({ unreadCount })
      emit('onUnreadCountChange', count)
    },
    supplyEmail(email) {
      if (!view) return
      render({ settings: { ...view.settings, email } })
      emit('onUserEmailSupplied')
    },
  }
}
