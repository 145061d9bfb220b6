/** Finds mistakes in the setup of the Messenger, in development only. Each is logged once, and shown by `IntercomDoctor`. */
import { findEventProblems } from './event-rules.ts'
import type { BlockedReason, EventMetadata, MessengerOptions, MessengerSettings } from './types.ts'

/** Reports by code, with their details. `boot`, `update` and `event` are checked for mistakes; the others are mistakes. */
export interface Trouble {
  provider_missing: undefined
  form_missing: undefined
  app_id: undefined
  blocked: { reason: BlockedReason; detail: unknown }
  boot: { options: MessengerOptions; settings: MessengerSettings }
  update: { options: MessengerOptions; settings: MessengerSettings }
  attribute: { name: string; isReserved: boolean }
  time: { name: string; value: unknown }
  event: [name: string, metadata?: EventMetadata | undefined]
  events_refused: { status: number }
  renewal: unknown
}

export interface Diagnosis {
  code:
    | 'provider_missing' | 'form_missing' | 'app_id_missing' | 'app_id_invalid' | 'script_blocked' | 'not_ready' | 'identity_missing'
    | 'identity_refused' | 'user_empty' | 'attribute_unknown' | 'attribute_reserved' | 'attribute_protected' | 'time_invalid' | 'time_in_milliseconds'
    | 'event_invalid' | 'events_refused'
  problem: string
  cure: string
}

const WHERE = 'in .env.local or, on Vercel, under Settings > Environment Variables'

let diagnoses: readonly Diagnosis[] = []
const listeners = new Set<() => void>()

function add(diagnosis: Diagnosis): void {
  if (diagnoses.some(({ code, problem }) => code === diagnosis.code && problem === diagnosis.problem)) return
  diagnoses = [...diagnoses, diagnosis]
  // oxlint-disable-next-line no-console -- Developers look here first.
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

function diagnoseProtected({ options, settings }: Trouble['update']): void {
  for (const name of options.protectedAttributes ?? []) {
    if (!Object.hasOwn(settings, name)) continue
    add({
      code: 'attribute_protected',
      problem: `The page sets "${name}" without proof, and the workspace protects it, so Intercom ignores it.`,
      cure:
        `Return ${name} from authorize() in lib/intercom/authorize.ts and, unless it is email or name, list it in signedAttributes of ` +
        'createIntercomRoutes(). Give the provider verifyIdentity.',
    })
  }
}

function diagnoseBoot({ options, settings }: Trouble['boot']): void {
  diagnoseProtected({ options, settings })
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
      problem: 'A help button was pressed, but this page has no IntercomProvider.',
      cure: "In app/layout.tsx, put <IntercomProvider>{children}</IntercomProvider> from 'intercom-v0-kit/messenger' into <body>.",
    }),
  form_missing: () =>
    add({
      code: 'form_missing',
      problem: 'A help button has fallback={{ form: true }}, but this page has no HelpForm.',
      cure: "In app/layout.tsx, render <HelpForm /> from '@/components/intercom/support-form/help-form' beside the page.",
    }),
  app_id: () =>
    add({
      code: 'app_id_missing',
      problem: "No app id is set, so the Messenger can't load.",
      cure: `Set NEXT_PUBLIC_INTERCOM_APP_ID ${WHERE} (without the prefix the browser can't see it), or pass appId to the provider.`,
    }),
  blocked: (detail) => add(diagnoseBlocked(detail)),
  boot: diagnoseBoot,
  update: diagnoseProtected,
  attribute: ({ name, isReserved }) =>
    add(
      isReserved
        ? {
            code: 'attribute_reserved',
            problem: `The custom attribute "${name}" has the name of an Intercom setting, so it isn't sent.`,
            cure: "Choose another name. Intercom's own attributes are props of the provider.",
          }
        : {
            code: 'attribute_unknown',
            problem: `"${name}" isn't an option of the Messenger, so it isn't sent.`,
            cure: 'Check the spelling: options are in camelCase. Put your own attributes into customAttributes.',
          },
    ),
  time: ({ name, value }) =>
    add({
      code: 'time_invalid',
      problem: `${name} is ${String(value)}, which isn't a time, so it isn't sent.`,
      cure: 'Pass a Date, an ISO 8601 string, or Unix seconds.',
    }),
  event: ([name, metadata]) => {
    for (const problem of findEventProblems(name, metadata)) {
      add({ code: 'event_invalid', problem: `Event "${name}": ${problem}`, cure: 'Fix it where the event is tracked.' })
    }
  },
  events_refused: ({ status }) =>
    add({
      code: 'events_refused',
      problem: `POST /api/intercom/events rejected events (${status}): they are lost if the Messenger is blocked.`,
      cure: 'Copy the route into your app, and read your session in lib/intercom/authorize.ts.',
    }),
  renewal: (detail) => add(diagnoseIdentity(detail)),
}

/** Checks a report, and records its mistakes for `IntercomDoctor`. */
export function diagnose<Code extends keyof Trouble>(code: Code, detail: Trouble[Code]): void {
  diagnosers[code](detail)
}

export function getDiagnoses(): readonly Diagnosis[] {
  return diagnoses
}

export function subscribeToDiagnoses(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Clears all recorded mistakes. */
export function clearDiagnoses(): void {
  diagnoses = []
  for (const listener of listeners) listener()
}
