import { action } from 'storybook/actions'
import { createMessenger, messenger } from '@/kit/messenger/messenger-store'
import { noteDelivery } from '@/kit/server/live/live-changes'
import { getMemoryStore } from '@/kit/server/stores/kv-store'
import { createIntercom, type Fault, type FaultId, type Intercom, type Workspace } from '../mocks/index.ts'
import { NOW } from '../mocks/data/clock.ts'
import { deliverWebhook } from './webhooks.ts'
import { createMessengerMock, WIDGET_ORIGIN, type MessengerMock, type WidgetDelivery } from '../mocks/messenger/index.ts'

export type SignedInAs = 'agent' | 'customer' | 'stranger' | 'nobody'

/** Environment of a story, set as `parameters.intercom`. */
export interface WorldParameters {
  /** Signed-in user. A `stranger` has an account but no access. @default "agent" */
  signedInAs?: SignedInAs
  /** Fault of Intercom, or the id of a fault in `mocks/faults.ts` that affects every request. */
  fault?: FaultId | Fault
  /** Builds Intercom's data. @default buildWorkspace */
  workspace?: () => Workspace
  /** Failure of the app's own routes: a network error, an HTML page, or no response. By default, routes work. */
  app?: 'offline' | 'malformed' | 'never'
  /** Version of Intercom's API that the routes ask for. @default "2.14" */
  apiVersion?: string
  /** Whether changes in Intercom reach the app's webhook route. @default false */
  webhooks?: boolean
  /** Set to `none` if no webhook has arrived yet, so that pages poll. By default, one has. */
  deliveries?: 'none'
  /** `none` makes `GET /api/intercom/live` respond with 404. */
  stream?: 'none'
  /** Delay of Intercom's responses in milliseconds. @default 0 */
  delay?: number
  /**
   * Loading of the Messenger, which lists its calls in the Actions panel. `late` takes two seconds.
   * @default "ready"
   */
  messenger?: 'ready' | 'late' | 'never' | 'blocked' | 'broken' | 'no app id'
  /** Unread conversations in the Messenger. @default 0 */
  unread?: number
  /** Attributes that the app knows of the signed-in customer. */
  attributes?: Record<string, string | number | boolean | null>
  /** Attributes that the Messenger only accepts from a token. @default none */
  protectedAttributes?: string[]
}

/** Environment of the current story. */
export interface World {
  intercom: Intercom
  signedInAs: SignedInAs
  adminId: string
  userId: string
  attributes: NonNullable<WorldParameters['attributes']>
  app: 'works' | 'offline' | 'malformed' | 'never'
  stream: 'works' | 'none'
  /** Aborted when the story ends, to close its streams. */
  end: AbortController
  delay: number
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

/** Restores a page without a Messenger. Stories share one page, and a page normally keeps its Messenger. */
function resetMessenger({ messenger: how = 'ready', unread, protectedAttributes }: WorldParameters): void {
  messenger.actions.shutdown()
  Object.assign(messenger, createMessenger())
  for (const script of document.querySelectorAll(`script[src^="${WIDGET_ORIGIN}"]`)) script.remove()
  messengerMock.reset({
    delivery: deliveries[how],
    unreadCount: unread,
    protectedAttributes,
    onCall: ({ method, args, ignored, refused }) =>
      action('Intercom')(method, ...args, ...(ignored ? [{ ignored }] : []), ...(refused ? [{ refused }] : [])),
  })
  // Use a new app id for each story, so that a script still loading for the previous one is ignored.
  process.env.NEXT_PUBLIC_INTERCOM_APP_ID = how === 'no app id' ? '' : `hx7q2mlt${++pages}`
}

function createWorld(parameters: WorldParameters = {}): World {
  const { signedInAs = 'agent', fault, workspace, app, stream, webhooks, delay = 0, attributes = {} } = parameters
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
    attributes,
    app: app ?? 'works',
    stream: stream ?? 'works',
    end: new AbortController(),
    delay,
    messenger: messengerMock,
  }
}

/** World of the current story. */
export let world: World = createWorld()

/** Replaces the world when a story starts. */
export function enterWorld(parameters: WorldParameters = {}): void {
  resetMessenger(parameters)
  world.end.abort()
  process.env.INTERCOM_API_VERSION = parameters.apiVersion ?? ''
  void (parameters.deliveries === 'none' ? getMemoryStore().delete('webhook-at') : noteDelivery())
  world = createWorld(parameters)
}
