/**
 * The troubles that a Messenger has while an app is being built: what each is called, where it comes from and what to do.
 * `messenger/diagnostics.ts` sees most of them happen; what only the page as a whole shows is found here. For
 * `IntercomDoctor` and for the documentation: no page of a production build has any of it.
 */
import type { Diagnosis } from '@/lib/intercom/messenger/diagnostics'

/** What a trouble is called in code. */
export type TroubleCode = Diagnosis['code'] | 'app_id_misnamed' | 'loaded_twice' | 'booted_elsewhere' | 'updates_spent'

/** What is known of a trouble, whoever has it. */
export interface MessengerTrouble {
  /** A few words. */
  name: string
  /** Where it comes from. */
  cause: string
  /** What to do. */
  cure: string
}

/** A trouble that a page has. */
export interface FoundTrouble {
  code: TroubleCode
  /** What was seen. */
  problem: string
  /** What to do here. */
  cure: string
}

/** Every trouble, in the order in which one looks for them. */
export const messengerTroubles: Record<TroubleCode, MessengerTrouble> = {
  app_id_missing: {
    name: 'No app id',
    cause: 'NEXT_PUBLIC_INTERCOM_APP_ID is not set where the app was built or started, and the provider has no appId.',
    cure: 'Set it in .env.local and restart, or on Vercel under Settings, Environment Variables, and deploy again.',
  },
  app_id_misnamed: {
    name: 'App id without its prefix',
    cause: 'The app id is in a variable that only the server can read. Next.js shows the browser what begins with NEXT_PUBLIC_.',
    cure: 'Rename the variable to NEXT_PUBLIC_INTERCOM_APP_ID and restart. An app id is public; an access token is not.',
  },
  app_id_invalid: {
    name: 'Not an app id',
    cause: 'What was given as the app id is something else: an access token, a whole address, or a placeholder.',
    cure: 'Copy the workspace id from Settings, Installation, Web in Intercom.',
  },
  script_blocked: {
    name: 'Script blocked',
    cause: 'A content blocker, a network, or your own content security policy refused the script of widget.intercom.io.',
    cure:
      'Turn the blocker off for this page. If the console names the policy, allow the hosts or give the provider nonce ' +
      'and trustedTypesPolicy. Visitors with blockers stay: give HelpButton a fallback.',
  },
  not_ready: {
    name: 'Never ready',
    cause: 'The script came and opened no session: another region, a Messenger that is not switched on for web, an error in it.',
    cure: 'Set region to that of the workspace, and see that the Messenger is on under Settings, Channels, Messenger.',
  },
  user_empty: {
    name: 'User shown as a guest',
    cause: 'The provider was rendered before the session was known, with an empty user id and e-mail address.',
    cure: 'Render the provider with the user of the session on the server, or leave both out until they are known.',
  },
  identity_missing: {
    name: 'No proof of identity',
    cause: 'The provider has verifyIdentity, and GET /api/intercom/identity gives nothing: no route, no secret, or no signed-in user.',
    cure: 'Copy the route and set INTERCOM_MESSENGER_API_SECRET on the server.',
  },
  identity_refused: {
    name: 'Identity refused (401)',
    cause: 'GET /api/intercom/identity does not know who is signed in, or knows somebody else than the provider does.',
    cure: 'Read your session in lib/intercom/authorize.ts, and give the provider the userId of the same session.',
  },
  event_invalid: {
    name: 'Event refused',
    cause: 'The name of an event is not in snake_case, or its metadata is nested, too long, or has more than 10 keys.',
    cure: 'Correct it where it is tracked: Intercom never forgets a name, and drops metadata without a word.',
  },
  events_refused: {
    name: 'Event route refuses',
    cause: 'POST /api/intercom/events is not there, or does not know who is signed in.',
    cure: 'Copy the route, and read your session in lib/intercom/authorize.ts.',
  },
  time_in_milliseconds: {
    name: 'Time in milliseconds',
    cause: 'Intercom reads Unix seconds; Date.now() gives milliseconds, and lands tens of thousands of years away.',
    cure: 'Give a Date, or divide by 1000.',
  },
  updates_spent: {
    name: 'Update budget used up',
    cause: 'Intercom takes 20 updates of a page in 30 minutes. Attributes change, or the address does, more often than that.',
    cure: 'Nothing is lost: what changed waits and is sent together. Leave out what changes with every click.',
  },
  loaded_twice: {
    name: 'Loaded by another script',
    cause: "The page has Intercom's snippet, a tag manager, or a second package beside the provider.",
    cure: 'Remove the other one: two scripts boot two sessions, and each wakes the other.',
  },
  booted_elsewhere: {
    name: 'Booted by another script',
    cause: 'Something set window.intercomSettings, with which the Messenger boots itself, for another user perhaps.',
    cure: 'Remove it, and give the settings to the provider.',
  },
}

/** What {@link findPageTroubles} looks at. */
export interface PageFacts {
  /** Names and values of the environment, as far as the page can see them. */
  env: Record<string, string | undefined>
  /** The addresses of the page's scripts. */
  scripts: string[]
  /** `window.intercomSettings`. */
  settings: unknown
}

const PUBLIC_NAME = 'NEXT_PUBLIC_INTERCOM_APP_ID'

function found(code: TroubleCode, problem: string): FoundTrouble {
  return { code, problem, cure: messengerTroubles[code].cure }
}

/** The variables that hold an app id under another name, such as `INTERCOM_APP_ID` or `VITE_INTERCOM_APP_ID`. */
export function misnamedAppIds(env: PageFacts['env']): string[] {
  if (env[PUBLIC_NAME]) return []
  return Object.keys(env).filter((name) => name !== PUBLIC_NAME && /INTERCOM_APP_?ID$/i.test(name) && env[name])
}

/**
 * Finds what is wrong with the page as a whole.
 *
 * @param page what can be seen of it
 * @returns none where it is fine
 */
export function findPageTroubles({ env, scripts, settings }: PageFacts): FoundTrouble[] {
  const troubles = misnamedAppIds(env).map((name) =>
    found('app_id_misnamed', `${name} is set and ${PUBLIC_NAME} is not, so the browser sees no app id.`),
  )
  const widgets = scripts.filter((address) => address.startsWith('https://widget.intercom.io/widget/'))
  if (widgets.length > 1) {
    troubles.push(found('loaded_twice', `The page loads the Messenger ${widgets.length} times: ${widgets.join(', ')}.`))
  }
  const { app_id: appId } = (settings ?? {}) as { app_id?: unknown }
  if (appId) {
    troubles.push(found('booted_elsewhere', `window.intercomSettings has the app id "${String(appId)}".`))
  }
  return troubles
}
