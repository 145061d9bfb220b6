/**
 * Mistakes in the setup of the Messenger, each with its cure. Loaded in development only. Each is logged once, and shown by
 * `IntercomDoctor`.
 */
import { findEventProblems } from './event-rules.ts'
import type { BlockedReason, EventMetadata, MessengerOptions, MessengerSettings } from './types.ts'

/** Reports by code, each with its details. */
export interface Trouble {
  /** A help button is pressed, and no provider has mounted. */
  provider_missing: undefined
  /** No app id is set. */
  app_id: undefined
  /** The Messenger didn't load. */
  blocked: { reason: BlockedReason; detail: unknown }
  /** A session is about to be opened. */
  boot: { options: MessengerOptions; settings: MessengerSettings }
  /** An option is unknown, or a custom attribute has a reserved name. */
  attribute: { name: string; isReserved: boolean }
  /** A value is no time. */
  time: { name: string; value: unknown }
  /** An event is tracked. */
  event: { name: string; metadata: EventMetadata | undefined }
  /** The app's own route has refused events. */
  events_refused: { status: number }
  /** A token couldn't be renewed. */
  renewal: unknown
}

/** A mistake that was found. */
export interface Diagnosis {
  code:
    | 'provider_missing'
    | 'app_id_missing'
    | 'app_id_invalid'
    | 'script_blocked'
    | 'not_ready'
    | 'identity_missing'
    | 'identity_refused'
    | 'user_empty'
    | 'attribute_unknown'
    | 'attribute_reserved'
    | 'time_invalid'
    | 'time_in_milliseconds'
    | 'event_invalid'
    | 'events_refused'
  problem: string
  /** How to fix it. */
  cure: string
}

const WHERE = 'in .env.local or, on Vercel, under Settings > Environment Variables'

let toFoundTrouble: readonly Diagnosis[] = []
const listeners = new Set<() => void>()

function add(diagnosis: Diagnosis): void {
  if (toFoundTrouble.some(({ code, problem }) => code === diagnosis.code && problem === diagnosis.problem)) return
  toFoundTrouble = [...toFoundTrouble, diagnosis]
  // oxlint-disable-next-line no-console -- in development the console is where a developer looks first
  console.warn(`Intercom: ${diagnosis.problem} ${diagnosis.cure}`)
  for (const listener of listeners) listener()
}

function toDetail(detail: unknown): string {
  return detail instanceof Error ? ` (${detail.message})` : ''
}

function diagnoseIdentity(detail: unknown): Diagnosis {
  const status = (detail as { status?: number } | undefined)?.status
  const problem = `The user's identity couldn't be verified${toDetail(detail)}.`
  if (status === 401 || status === 403) {
    const cure = 'GET /api/intercom/identity found no signed-in customer: read your session in lib/intercom/authorize.ts.'
    return { code: 'identity_refused', problem, cure }
  }
  const cure =
    'Check that GET /api/intercom/identity exists, that INTERCOM_MESSENGER_API_SECRET is set on the server, and that ' +
    'the provider gets the userId of the signed-in user.'
  return { code: 'identity_missing', problem, cure }
}

function diagnoseBlocked({ reason, detail }: Trouble['blocked']): Diagnosis {
  if (reason === 'identity') return diagnoseIdentity(detail)
  if (reason === 'timeout') {
    return {
      code: 'not_ready',
      problem: 'The Messenger loaded but never became ready.',
      cure:
        'Check the app id, the region, and that the Messenger is enabled for web. Errors of its own are in the console.',
    }
  }
  return {
    code: 'script_blocked',
    problem: `The Messenger's script couldn't be loaded${toDetail(detail)}.`,
    cure:
      "Check for an ad blocker, a wrong app id, or a content security policy that doesn't allow widget.intercom.io. If " +
      'the policy requires Trusted Types, give the provider trustedTypesPolicy.',
  }
}

function diagnoseBoot({ options, settings }: Trouble['boot']): void {
  if (!/^[a-z0-9]{6,12}$/.test(String(settings.app_id))) {
    add({
      code: 'app_id_invalid',
      problem: `"${settings.app_id}" doesn't look like an app id.`,
      cure: 'An app id is 8 letters and digits. Copy yours from Settings > Installation in Intercom.',
    })
  }
  const empty = (['userId', 'email'] as const).filter((key) => key in options && !options[key])
  if (empty.length > 0 && !settings.user_id && !settings.email) {
    add({
      code: 'user_empty',
      problem: `The Messenger started with an empty ${empty.join(' and ')}, so this user is shown as a guest.`,
      cure: 'If a user is signed in, wait for your session before you render the provider.',
    })
  }
  for (const [key, value] of Object.entries(settings)) {
    if (key.endsWith('_at') && typeof value === 'number' && value > 100_000_000_000) {
      add({
        code: 'time_in_milliseconds',
        problem: `${key} is ${value}, which is in milliseconds.`,
        cure: 'Pass a Date, or Unix seconds.',
      })
    }
  }
}

const diagnosers: { [Code in keyof Trouble]: (detail: Trouble[Code]) => void } = {
  provider_missing: () =>
    add({
      code: 'provider_missing',
      problem: 'A help button was pressed, and there is no IntercomProvider on this page.',
      cure: "In app/layout.tsx, put <IntercomProvider>{children}</IntercomProvider> from 'intercom-v0-kit/messenger' into <body>.",
    }),
  app_id: () =>
    add({
      code: 'app_id_missing',
      problem: 'No app id is set, so there is no Messenger.',
      cure: `Set NEXT_PUBLIC_INTERCOM_APP_ID ${WHERE} (without the prefix the browser can't see it), or pass appId to the provider.`,
    }),
  blocked: (detail) => add(diagnoseBlocked(detail)),
  boot: diagnoseBoot,
  attribute: ({ name, isReserved }) =>
    add(
      isReserved
        ? {
            code: 'attribute_reserved',
            problem: `The custom attribute "${name}" has the name of a setting of Intercom, so it isn't sent.`,
            cure: "Choose another name. Intercom's own attributes are props of the provider.",
          }
        : {
            code: 'attribute_unknown',
            problem: `"${name}" is no option of the Messenger, so it isn't sent.`,
            cure: `Check the spelling: options are in camelCase. Put attributes of your own into customAttributes.`,
          },
    ),
  time: ({ name, value }) =>
    add({
      code: 'time_invalid',
      problem: `${name} is ${String(value)}, which is no time, so it isn't sent.`,
      cure: 'Pass a Date, an ISO 8601 string, or Unix seconds.',
    }),
  event: ({ name, metadata }) => {
    for (const problem of findEventProblems(name, metadata)) {
      add({ code: 'event_invalid', problem: `Event "${name}": ${problem}`, cure: 'Fix it where the event is tracked.' })
    }
  },
  events_refused: ({ status }) =>
    add({
      code: 'events_refused',
      problem: `POST /api/intercom/events refused events (${status}): without a Messenger they are lost.`,
      cure: 'Copy the route into your app, and read your session in lib/intercom/authorize.ts.',
    }),
  renewal: (detail) => add(diagnoseIdentity(detail)),
}

/** Checks a report, and keeps the mistakes that it shows. */
export function diagnose<Code extends keyof Trouble>(code: Code, detail: Trouble[Code]): void {
  diagnosers[code](detail)
}

/** Returns the mistakes found so far, oldest first. Each change creates a new array. */
export function getDiagnoses(): readonly Diagnosis[] {
  return toFoundTrouble
}

/** Calls a listener after each change. Returns a function that removes it. */
export function subscribeToDiagnoses(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Clears all mistakes found so far. */
export function clearDiagnoses(): void {
  toFoundTrouble = []
  for (const listener of listeners) listener()
}
