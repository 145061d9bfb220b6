/**
 * What the story at hand finds: a workspace of Intercom, somebody signed in, and things that work or do not.
 */
import { action } from 'storybook/actions'
import { createMessenger, messenger } from '@/kit/messenger/messenger-store'
import { noteDelivery } from '@/kit/server/live/deliveries'
import { getMemoryStore } from '@/kit/server/stores/kv-store'
import { createIntercom, type FaultId, type Intercom, type Workspace } from '../mocks/index.ts'
import { NOW } from '../mocks/data/clock.ts'
import { deliverWebhook } from './webhooks.ts'
import { createMessengerMock, WIDGET_ORIGIN, type MessengerMock, type WidgetDelivery } from '../mocks/messenger/index.ts'

/** Who is at the keyboard, as far as the app can tell. */
export type SignedInAs = 'agent' | 'customer' | 'stranger' | 'nobody'

/** What a story may say of its world, as `parameters.intercom`. Everything is optional. */
export interface WorldParameters {
  /** Who is signed in to the app; a stranger has an account and no business here. Default: an agent. */
  signedInAs?: SignedInAs
  /** How Intercom fails, by the id of a row of `mocks/faults.ts`. */
  fault?: FaultId
  /** Makes Intercom's data. Default: the support week of `mocks/data/workspace.ts`. */
  workspace?: () => Workspace
  /**
   * How the app's own routes fail: not reached, answering with a page of somebody else's, or never answering (what a
   * loading state is looked at with). Default: they work.
   */
  app?: 'offline' | 'malformed' | 'never'
  /** What happens in Intercom is delivered to the app's webhook route. Default: it is not, and stories deliver it themselves. */
  webhooks?: boolean
  /** No webhook has arrived yet. Default: one has, so that the stream is trusted. */
  deliveries?: 'none'
  /** The app has no stream of changes: `GET /api/intercom/live` is not found. Default: it has. */
  stream?: 'none'
  /** How long Intercom takes to answer, in milliseconds. Default: 0. */
  delay?: number
  /**
   * How the Messenger comes to a page that asks for it: at once, after two seconds, never, refused as an ad blocker does,
   * as a script that throws; or not at all, for want of an app id. Default: `ready`. Its calls are in the Actions panel.
   */
  messenger?: 'ready' | 'late' | 'never' | 'blocked' | 'broken' | 'no app id'
  /** Unread conversations in the Messenger. Default: 0. */
  unread?: number
}

/** The story's world. One at a time: Storybook shows a story a page. */
export interface World {
  intercom: Intercom
  signedInAs: SignedInAs
  /** The admin that an agent is. */
  adminId: string
  /** The user id that a customer is. */
  userId: string
  app: 'works' | 'offline' | 'malformed' | 'never'
  stream: 'works' | 'none'
  /** Aborted when the story ends: no stream outlives it. */
  end: AbortController
  /** Milliseconds that Intercom takes to answer. */
  delay: number
  /** The Messenger: what was called, and what can happen in it. */
  messenger: MessengerMock
}

const messengerMock = createMessengerMock()
let pages = 0

const deliveries: Record<NonNullable<WorldParameters['messenger']>, WidgetDelivery> = {
  ready: 'now',
  late: 'late',
  never: 'never',
  blocked: 'blocked',
  broken: 'broken',
  'no app id': 'blocked',
}

/** A page that no Messenger was on: a page of a browser has one for good, and Storybook shows many stories in one page. */
function resetMessenger({ messenger: how = 'ready', unread }: WorldParameters): void {
  messenger.actions.shutdown()
  Object.assign(messenger, createMessenger())
  for (const script of document.querySelectorAll(`script[src^="${WIDGET_ORIGIN}"]`)) script.remove()
  messengerMock.reset({
    delivery: deliveries[how],
    unreadCount: unread,
    onCall: ({ method, args, ignored }) => action('Intercom')(method, ...args, ...(ignored ? [{ ignored }] : [])),
  })
  // Another id each time: a script that is still under way for one story would be the answer for the next.
  process.env.NEXT_PUBLIC_INTERCOM_APP_ID = how === 'no app id' ? '' : `hx7q2mlt${++pages}`
}

function createWorld(parameters: WorldParameters = {}): World {
  const { signedInAs = 'agent', fault, workspace, app, stream, webhooks, delay = 0 } = parameters
  const intercom = createIntercom({ workspace, now: () => NOW })
  if (fault) intercom.setFault(fault)
  if (webhooks) intercom.on(({ topic, item }) => void deliverWebhook(topic, item))
  const admin = intercom.workspace.admins[0]
  const customer = intercom.workspace.contacts.find((contact) => contact.external_id !== null)
  return {
    intercom,
    signedInAs,
    adminId: admin?.id ?? 'none',
    userId: customer?.external_id ?? 'none',
    app: app ?? 'works',
    stream: stream ?? 'works',
    end: new AbortController(),
    delay,
    messenger: messengerMock,
  }
}

/** The world of the story that is shown now. */
export let world: World = createWorld()

/** Begins a new world, with nothing left of the one before. */
export function enterWorld(parameters: WorldParameters = {}): void {
  resetMessenger(parameters)
  world.end.abort()
  void (parameters.deliveries === 'none' ? getMemoryStore().delete('webhook-at') : noteDelivery())
  world = createWorld(parameters)
}
