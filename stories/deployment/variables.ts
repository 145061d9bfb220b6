/** Every environment variable of the kit: what it is for, and where it goes. */

/** A row of the table. */
export interface Variable {
  name: string
  /** What does not work without it. */
  purpose: string
  /** Where its value comes from. */
  source: string
  /** Who may see it. */
  seenBy: 'everybody' | 'the server'
  /** Whether preview deployments should have another value than production. */
  isPerWorkspace: boolean
}

const server = { seenBy: 'the server' } as const

/** See {@link Variable}. A test holds it against the files that read them. */
export const variables: Variable[] = [
  { name: 'NEXT_PUBLIC_INTERCOM_APP_ID', purpose: 'The Messenger.', source: 'Settings, Installation, Web: the workspace id.', seenBy: 'everybody', isPerWorkspace: true },
  { name: 'INTERCOM_ACCESS_TOKEN', purpose: 'Every route that asks Intercom.', source: 'Developer Hub, your app, Authentication.', isPerWorkspace: true, ...server },
  { name: 'INTERCOM_REGION', purpose: 'us, eu or au. Default us.', source: 'Where the workspace is hosted.', isPerWorkspace: true, ...server },
  { name: 'INTERCOM_API_VERSION', purpose: 'Another version of the REST API than 2.14: 2.11 to 2.16 and Preview work.', source: 'Your choice.', isPerWorkspace: false, ...server },
  { name: 'INTERCOM_MESSENGER_API_SECRET', purpose: 'Proving to the Messenger who is signed in, with a signed token.', source: 'Settings, Channels, Messenger, Security.', isPerWorkspace: true, ...server },
  { name: 'INTERCOM_IDENTITY_VERIFICATION_SECRET', purpose: 'The same with the older user_hash.', source: 'Settings, Channels, Messenger, Security.', isPerWorkspace: true, ...server },
  { name: 'INTERCOM_CLIENT_SECRET', purpose: 'Believing webhooks. Two with a comma between them while it changes.', source: 'Developer Hub, your app, Basic information.', isPerWorkspace: true, ...server },
  { name: 'INTERCOM_TRUSTED_ORIGINS', purpose: 'Other origins, with commas between them, whose pages may change something.', source: 'Your own addresses.', isPerWorkspace: false, ...server },
  { name: 'INTERCOM_ATTACHMENT_HOSTS', purpose: "Hosts of files that a reply may carry, with commas between them.", source: 'Where your app keeps uploads.', isPerWorkspace: false, ...server },
  { name: 'INTERCOM_AVATAR_HOSTS', purpose: "Hosts of customers' pictures beside Intercom's own, with commas between them. Others are not loaded: customers can give any address.", source: 'Where your app keeps pictures.', isPerWorkspace: false, ...server },
  { name: 'REDIS_URL', purpose: 'What instances share: rate limits, idempotency keys, seen deliveries. Without it each has its own.', source: 'Your Redis.', isPerWorkspace: true, ...server },
  { name: 'INTERCOM_REDIS_PREFIX', purpose: 'What every key in Redis starts with, if several apps share one Redis. Default intercom:', source: 'Your choice.', isPerWorkspace: true, ...server },
  { name: 'STRIPE_SECRET_KEY', purpose: 'The upgrade in SubscriptionPanel. With it a variable for the price of each plan: STRIPE_PRICE_TEAM for the plan team.', source: 'Stripe, Developers, API keys.', isPerWorkspace: true, ...server },
  { name: 'APP_URL', purpose: 'Where Stripe sends people back to.', source: 'The address of your app.', isPerWorkspace: true, ...server },
  { name: 'INTERCOM_MOCK_ORIGIN', purpose: 'The mocked Intercom on your own machine, such as http://localhost:4010. Never on Vercel.', source: 'npm run mock:intercom', isPerWorkspace: false, ...server },
]
