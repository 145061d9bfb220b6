/** Describes setup mistakes for `IntercomDoctor` and the docs, and finds those that depend on the whole page. */
import type { Diagnosis } from './diagnostics.ts'

/** Code of a setup mistake. */
export type TroubleCode = Diagnosis['code'] | 'app_id_misnamed' | 'loaded_twice' | 'booted_elsewhere' | 'updates_spent' | 'webhooks_missing'

interface MessengerTrouble {
  name: string
  cause: string
  cure: string
}

/** Setup mistake found on this page. */
export interface FoundTrouble {
  code: TroubleCode
  problem: string
  cure: string
}

/** All setup mistakes, in the order in which to check for them. */
export const messengerTroubles: Record<TroubleCode, MessengerTrouble> = {
  provider_missing: {
    name: 'No provider',
    cause: 'Nothing on the page has started the Messenger: IntercomProvider is missing, or is only around another part of the app.',
    cure: "Put <IntercomProvider>{children}</IntercomProvider> from 'intercom-v0-kit/messenger' into <body> in app/layout.tsx.",
  },
  form_missing: {
    name: 'No form',
    cause: 'A help button falls back to a form, and nothing on the page renders that form.',
    cure: "Add the item support-form, and render <HelpForm /> from '@/components/intercom/support-form/help-form' in app/layout.tsx.",
  },
  app_id_missing: {
    name: 'No app id',
    cause: "NEXT_PUBLIC_INTERCOM_APP_ID wasn't set when the app was built or started, and the provider has no appId.",
    cure: 'Set it in .env.local and restart or, on Vercel, set it under Settings > Environment Variables and redeploy.',
  },
  app_id_misnamed: {
    name: 'App id without its prefix',
    cause: 'The app id is in a variable that only the server can read: Next.js shows the browser only those that begin with NEXT_PUBLIC_.',
    cure: 'Rename the variable to NEXT_PUBLIC_INTERCOM_APP_ID and restart. An app id is public; an access token is not.',
  },
  app_id_invalid: {
    name: 'Invalid app id',
    cause: 'The app id is something else: an access token, a full URL, or a placeholder.',
    cure: 'Copy the workspace ID from Settings > Installation > Web in Intercom.',
  },
  script_blocked: {
    name: 'Script blocked',
    cause: 'A content blocker, a network, or your own content security policy blocked the script from widget.intercom.io.',
    cure:
      "Turn the blocker off for this page. If the console mentions the policy, allow Intercom's hosts, or give the provider nonce " +
      'and trustedTypesPolicy. Some visitors will always have a blocker: give HelpButton a fallback.',
  },
  not_ready: {
    name: 'Never became ready',
    cause: "The script loaded but opened no session: it is another region's, the Messenger isn't enabled for web, or it failed.",
    cure: "Set region to your workspace's, and check that the Messenger is enabled under Settings > Channels > Messenger.",
  },
  user_empty: {
    name: 'User shown as a guest',
    cause: 'The provider was rendered before the session was known, with an empty user id and e-mail address.',
    cure: "Render the provider with the session's user on the server, or leave both out until they are known.",
  },
  identity_missing: {
    name: 'No proof of identity',
    cause: 'The provider has verifyIdentity, but GET /api/intercom/identity returns no token: the route, its secret or a signed-in user is missing.',
    cure: 'Copy the route, and set INTERCOM_MESSENGER_API_SECRET on the server.',
  },
  identity_refused: {
    name: 'Identity refused (401)',
    cause: "GET /api/intercom/identity doesn't know who is signed in, or sees a different user than the provider does.",
    cure: 'Read your session in lib/intercom/authorize.ts, and give the provider the userId of the same session.',
  },
  attribute_unknown: {
    name: 'Unknown option',
    cause: 'The provider, or a call, has an option that the Messenger does not have, such as data-testid or user_id.',
    cure: 'Remove it, or correct its spelling. Attributes of your own go into customAttributes.',
  },
  attribute_reserved: {
    name: 'Reserved attribute name',
    cause: 'A custom attribute has the name of a setting of Intercom, such as app_id or user_hash, and would change the session.',
    cure: 'Rename the attribute. If you meant the setting, pass it to the provider in camelCase.',
  },
  attribute_protected: {
    name: 'Protected attribute without proof',
    cause: "The workspace requires verified updates for the attribute, but the page sets it and the user's token doesn't.",
    cure: 'Return it from authorize(), list it in signedAttributes of createIntercomRoutes(), and give the provider verifyIdentity.',
  },
  time_invalid: {
    name: 'Invalid time',
    cause: 'The value of createdAt, or of a custom attribute, is a date that JavaScript cannot read.',
    cure: 'Pass a Date, an ISO 8601 string, or Unix seconds.',
  },
  event_invalid: {
    name: 'Invalid event',
    cause: "The event's name isn't in snake_case, or its metadata is nested, too long, or has more than 10 keys.",
    cure: 'Fix it where the event is tracked: Intercom never forgets a name, and drops metadata silently.',
  },
  events_refused: {
    name: 'Events refused',
    cause: "POST /api/intercom/events doesn't exist, doesn't know who is signed in, or doesn't accept the event.",
    cure: 'Copy the route, and read your session in lib/intercom/authorize.ts.',
  },
  time_in_milliseconds: {
    name: 'Time in milliseconds',
    cause: 'Intercom reads Unix seconds. Date.now() gives milliseconds, which lands tens of thousands of years in the future.',
    cure: 'Pass a Date, or divide by 1000.',
  },
  updates_spent: {
    name: 'Update budget used up',
    cause: "Intercom accepts 20 updates per page in 30 minutes. Attributes, or the page's address, change more often than that.",
    cure: 'Nothing is lost: changes wait and are sent together. Leave out attributes that change with every click.',
  },
  webhooks_missing: {
    name: 'No webhooks yet',
    cause: "The inbox checks for new messages every 30 seconds, because Intercom hasn't delivered a webhook about a conversation yet, or Redis can't be reached.",
    cure:
      "In Intercom's Developer Hub, set your app's webhook to https://your.app/api/intercom/webhook and choose the conversation topics. " +
      'GET /api/intercom/health says what is missing.',
  },
  loaded_twice: {
    name: 'Loaded by another script',
    cause: "Beside the provider, Intercom's snippet, a tag manager or a second package loads the Messenger.",
    cure: 'Remove the other one: two scripts boot two sessions, and keep waking each other.',
  },
  booted_elsewhere: {
    name: 'Booted by another script',
    cause: 'Something sets window.intercomSettings, so the Messenger boots by itself, perhaps for a different user.',
    cure: 'Remove it, and pass those settings to the provider.',
  },
}

interface PageFacts {
  env: Record<string, string | undefined>
  /** URLs of the page's scripts. */
  scripts: string[]
  /** `window.intercomSettings`. */
  settings: unknown
  /** Whether an inbox on the page polls, because no webhook has arrived yet. */
  isChecking?: boolean
}

const PUBLIC_NAME = 'NEXT_PUBLIC_INTERCOM_APP_ID'

function toFoundTrouble(code: TroubleCode, problem: string): FoundTrouble {
  return { code, problem, cure: messengerTroubles[code].cure }
}

/** Finds variables with an app id under another name, such as `VITE_INTERCOM_APP_ID`. */
export function findMisnamedAppIds(env: PageFacts['env']): string[] {
  if (env[PUBLIC_NAME]) return []
  return Object.keys(env).filter((name) => name !== PUBLIC_NAME && /INTERCOM_APP_?ID$/i.test(name) && env[name])
}

export function findPageTroubles({ env, scripts, settings, isChecking }: PageFacts): FoundTrouble[] {
  const troubles = findMisnamedAppIds(env).map((name) =>
    toFoundTrouble('app_id_misnamed', `${name} is set but ${PUBLIC_NAME} is not, so the browser sees no app id.`),
  )
  const widgets = scripts.filter((address) => address.startsWith('https://widget.intercom.io/widget/'))
  if (widgets.length > 1) {
    troubles.push(toFoundTrouble('loaded_twice', `The page loads the Messenger ${widgets.length} times: ${widgets.join(', ')}.`))
  }
  const { app_id: appId } = (settings ?? {}) as { app_id?: unknown }
  // `settings` may be a form with the id "intercomSettings" and a field "app_id".
  if (appId && typeof appId === 'string') {
    troubles.push(toFoundTrouble('booted_elsewhere', `window.intercomSettings sets the app id "${appId}".`))
  }
  if (isChecking) troubles.push(toFoundTrouble('webhooks_missing', 'An inbox on this page polls for new messages.'))
  return troubles
}
