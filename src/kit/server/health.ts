import type { HealthResponse, SettingState } from '../contracts/index.ts'
import { ApiError } from './http/errors.ts'
import type { IntercomClient } from './intercom/intercom-client.ts'
import { intercomMeSchema } from './intercom/intercom-schemas.ts'
import { readLastDelivery } from './live/live-changes.ts'
import { findWeakness, isSet, readRedisUrl, readWebhookSecrets, settingReaders } from './settings.ts'
import { callStore } from './stores/kv-store.ts'
import { loadRedis } from './stores/redis-connection.ts'

const required = new Set(['INTERCOM_ACCESS_TOKEN'])

const PROBE = 'health:probe'

async function checkRedis(): Promise<void> {
  if (!readRedisUrl()) return
  await loadRedis()
  await callStore((store) => store.set(PROBE, '1', 60)).catch((thrown: unknown) => {
    if (thrown instanceof ApiError && thrown.code === 'not_configured') throw thrown
    throw new ApiError('unavailable', {
      message: 'REDIS_URL is set, but Redis does not respond or refuses to write: it is away, full, read-only, or the password is wrong.',
    })
  })
}

const readers = { ...settingReaders, REDIS_URL: checkRedis }

async function findProblem(read: () => unknown): Promise<string | null> {
  try {
    await read()
    return null
  } catch (thrown) {
    return thrown instanceof ApiError ? thrown.message : 'It cannot be read.'
  }
}

async function readSettingState([name, read]: [string, () => unknown]): Promise<SettingState> {
  const problem = await findProblem(read)
  const state = !isSet(name) ? 'missing' : problem ? 'invalid' : 'set'
  return { name, state, required: required.has(name), problem, warning: findWeakness(name) }
}

type TokenState = Pick<HealthResponse, 'token' | 'error' | 'workspace'>

const refusals = new Set(['upstream_auth', 'upstream_forbidden'])

async function checkToken(connect: () => IntercomClient): Promise<TokenState> {
  try {
    const { app } = await connect().get(['me'], intercomMeSchema)
    const { id_code, name, region, identity_verification } = app
    return { token: 'accepted', error: null, workspace: { id: id_code, name, region, identity_verification } }
  } catch (thrown) {
    if (!(thrown instanceof ApiError)) throw thrown
    const { code, message } = thrown
    return { token: refusals.has(code) ? 'refused' : 'unknown', error: { code, message }, workspace: null }
  }
}

/** Finds an app id that belongs to another workspace than the token. */
function compareWorkspace(settings: SettingState[], workspace: HealthResponse['workspace']): SettingState[] {
  return settings.map((setting) => {
    if (setting.name !== 'NEXT_PUBLIC_INTERCOM_APP_ID' || setting.state !== 'set' || !workspace) return setting
    if (settingReaders[setting.name]?.() === workspace.id) return setting
    const problem = `NEXT_PUBLIC_INTERCOM_APP_ID is another workspace than that of INTERCOM_ACCESS_TOKEN, ${workspace.id}.`
    return { ...setting, state: 'invalid' as const, problem }
  })
}

async function checkWebhooks(hasTrailingSlash: boolean): Promise<Pick<HealthResponse, 'webhook_at' | 'webhook_problem'>> {
  const webhook_at = await readLastDelivery()
  if (webhook_at !== null) return { webhook_at, webhook_problem: null }
  const secretProblem = await findProblem(readWebhookSecrets)
  const address = `https://your.app/api/intercom/webhook${hasTrailingSlash ? '/' : ''}`
  const slash = hasTrailingSlash ? " The slash at its end counts: this app redirects addresses without one, and Intercom doesn't follow redirects." : ''
  const setUp = `In Intercom's Developer Hub, set the webhook of your app to ${address} and choose the conversation topics.${slash}`
  return { webhook_at, webhook_problem: `No webhook about a conversation has arrived yet, so open pages check every 30 seconds. ${secretProblem ?? setUp}` }
}

/**
 * Checks every setting, the access token, Redis and webhooks.
 *
 * @param connect creates the client; throws without a token
 * @param hasTrailingSlash whether the app's addresses end with a slash, as with `trailingSlash` of Next.js. @default false
 */
export async function checkHealth(connect: () => IntercomClient, hasTrailingSlash = false): Promise<HealthResponse> {
  const [checked, states, webhooks] = await Promise.all([
    checkToken(connect), Promise.all(Object.entries(readers).map(readSettingState)), checkWebhooks(hasTrailingSlash),
  ])
  const settings = compareWorkspace(states, checked.workspace)
  const ok = checked.token === 'accepted' && settings.every(({ state }) => state !== 'invalid')
  return { ok, settings, ...checked, ...webhooks }
}
