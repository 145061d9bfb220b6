/** An environment variable of the kit. */
export interface Variable {
  name: string
  /** The feature that needs the variable. */
  purpose: string
  /** The place to find the value. */
  source: string
  seenBy: 'the browser' | 'the server'
  /** Whether preview deployments need a different value than production. */
  isPerWorkspace: boolean
}

const server = { seenBy: 'the server' } as const

/** All environment variables. A test compares them with the code that reads them. */
export const variables: Variable[] = [
  { name: 'NEXT_PUBLIC_INTERCOM_APP_ID', purpose: 'The Messenger.', source: 'Settings, Installation, Web: the workspace id.', seenBy: 'the browser', isPerWorkspace: true },
  { name: 'INTERCOM_ACCESS_TOKEN', purpose: 'Calling the REST API: every route needs it.', source: 'Developer Hub, your app, Authentication.', isPerWorkspace: true, ...server },
  { name: 'INTERCOM_REGION', purpose: 'The workspace region: us (default), eu or au.', source: 'The region that hosts the workspace.', isPerWorkspace: true, ...server },
  { name: 'INTERCOM_API_VERSION', purpose: 'The REST API version: 2.14 by default. 2.11 to 2.16 and Preview work.', source: 'Your choice.', isPerWorkspace: false, ...server },
  { name: 'INTERCOM_MESSENGER_API_SECRET', purpose: 'Identity verification with a signed token (JWT).', source: 'Settings, Channels, Messenger, Security.', isPerWorkspace: true, ...server },
  { name: 'INTERCOM_IDENTITY_VERIFICATION_SECRET', purpose: 'Identity verification with the older user_hash.', source: 'Settings, Channels, Messenger, Security.', isPerWorkspace: true, ...server },
  { name: 'INTERCOM_CLIENT_SECRET', purpose: 'Verifying webhook signatures. During a rotation, the new and the old secret, separated by a comma.', source: 'Developer Hub, your app, Basic information.', isPerWorkspace: true, ...server },
  { name: 'INTERCOM_TRUSTED_ORIGINS', purpose: 'Other origins that may send write requests, separated by commas.', source: 'Your own addresses.', isPerWorkspace: false, ...server },
  { name: 'INTERCOM_ATTACHMENT_HOSTS', purpose: 'Hosts from which replies may attach files, separated by commas.', source: 'The host of your uploads.', isPerWorkspace: false, ...server },
  { name: 'INTERCOM_AVATAR_HOSTS', purpose: "More hosts from which customers' pictures load, separated by commas. Without it, only Intercom's hosts are allowed.", source: 'The host of your pictures.', isPerWorkspace: false, ...server },
  { name: 'REDIS_URL', purpose: 'Sharing rate limits, idempotency keys, deliveries and live updates between instances.', source: 'Your Redis.', isPerWorkspace: true, ...server },
  { name: 'INTERCOM_REDIS_PREFIX', purpose: 'The prefix of all keys in Redis, if several apps share one. By default intercom:', source: 'Your choice.', isPerWorkspace: true, ...server },
  { name: 'STRIPE_SECRET_KEY', purpose: 'The upgrade in SubscriptionPanel. Also set the price of each plan, such as STRIPE_PRICE_TEAM for the plan team.', source: 'Stripe, Developers, API keys.', isPerWorkspace: true, ...server },
  { name: 'APP_URL', purpose: 'The URL that Stripe redirects back to.', source: 'The URL of your app.', isPerWorkspace: true, ...server },
  { name: 'INTERCOM_MOCK_ORIGIN', purpose: 'The mocked Intercom on your machine, such as http://localhost:4010. Never set it on Vercel.', source: 'npm run mock:intercom', isPerWorkspace: false, ...server },
]
