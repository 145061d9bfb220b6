/** Whether the app is set up, for the developer who sets it up. */
import type { HealthResponse, SettingState } from '../contracts/index.ts'
import { ApiError } from './http/errors.ts'
import { intercomMeSchema } from './intercom/intercom-schemas.ts'
import type { IntercomClient } from './intercom/intercom-client.ts'
import { isSet, readRedisUrl, settingReaders } from './settings.ts'
import { loadRedis } from './stores/load-redis.ts'

/** Without these, nothing of the kit that asks Intercom works. The others are for a part of it. */
const required = new Set(['INTERCOM_ACCESS_TOKEN'])

/** Reads each setting; `REDIS_URL` also needs a package that an app may not have installed. */
const readers = { ...settingReaders, REDIS_URL: async () => readRedisUrl() && loadRedis() }

async function findProblem(read: () => unknown): Promise<string | null> {
  try {
    await read()
    return null
  } catch (thrown) {
    return thrown instanceof ApiError ? thrown.message : 'It cannot be read.'
  }
}

async function stateOf([name, read]: [string, () => unknown]): Promise<SettingState> {
  const problem = await findProblem(read)
  const state = !isSet(name) ? 'missing' : problem ? 'invalid' : 'set'
  return { name, state, required: required.has(name), problem }
}

type Asked = Pick<HealthResponse, 'token' | 'error' | 'workspace'>

/** What the token's error says of the token itself. */
const refusals = new Set(['upstream_auth', 'upstream_forbidden'])

async function ask(connect: () => IntercomClient): Promise<Asked> {
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

/** The Messenger of one workspace beside the inbox of another is a mistake that nothing else shows. */
function compareWorkspace(settings: SettingState[], workspace: HealthResponse['workspace']): SettingState[] {
  return settings.map((setting) => {
    if (setting.name !== 'NEXT_PUBLIC_INTERCOM_APP_ID' || setting.state !== 'set' || !workspace) return setting
    if (settingReaders[setting.name]?.() === workspace.id) return setting
    const problem = `NEXT_PUBLIC_INTERCOM_APP_ID is another workspace than that of INTERCOM_ACCESS_TOKEN, ${workspace.id}.`
    return { ...setting, state: 'invalid' as const, problem }
  })
}

/**
 * Looks at every setting, and asks Intercom whether it accepts the token. No value of a setting is in the answer.
 *
 * @param connect makes the client, which throws where there is no token
 */
export async function checkHealth(connect: () => IntercomClient): Promise<HealthResponse> {
  const asked = await ask(connect)
  const settings = compareWorkspace(await Promise.all(Object.entries(readers).map(stateOf)), asked.workspace)
  const ok = asked.token === 'accepted' && settings.every(({ state }) => state !== 'invalid')
  return { ok, settings, ...asked }
}
