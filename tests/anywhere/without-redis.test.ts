/** Checks the routes in an app without the optional package `redis`. */
import { build, type BuildOptions } from 'esbuild'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const app = `
  import { createIntercomRoutes, onLog } from './src/kit/server/index.ts'
  onLog(() => {})
  const { GET, POST } = createIntercomRoutes({ authorize: () => ({ kind: 'agent', adminId: '1' }) })
  const ask = async (handler, path, init) => {
    const response = await handler(new Request('https://app.example/api/intercom/' + path, init), { params: Promise.resolve({}) })
    return { status: response.status, body: await response.json() }
  }
  const note = {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', 'idempotency-key': 'one' },
    body: JSON.stringify({ message_type: 'note', body: 'Hello' }),
  }
  console.log(JSON.stringify([
    await ask(POST, 'conversations/1/notes', note), await ask(GET, 'live'), await ask(GET, 'health'),
  ]))
  process.exit()`

/** Bundles the app with an unresolvable `redis`. */
const bundle = (options: BuildOptions) => build({
  stdin: { contents: app, resolveDir: process.cwd(), loader: 'js' },
  bundle: true, write: false, format: 'esm', conditions: ['source'], logLevel: 'silent', alias: { redis: './not-installed' },
  ...options,
})

describe('in Node', () => {
  let folder = ''
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'without-redis-'))
    const { outputFiles } = await bundle({ platform: 'node' })
    writeFileSync(join(folder, 'app.mjs'), outputFiles![0]!.text)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('names the package and the install command in a write, a stream and the health route', () => {
    const env = { INTERCOM_ACCESS_TOKEN: 'any', INTERCOM_MOCK_ORIGIN: 'http://127.0.0.1:9', REDIS_URL: 'redis://127.0.0.1:9' }
    const printed = execFileSync(process.execPath, ['app.mjs'], { cwd: folder, encoding: 'utf8', env: { PATH: process.env.PATH, ...env } })
    const [write, live, health] = JSON.parse(printed)
    const message = 'REDIS_URL is set, but the package `redis` is not installed: npm install redis'
    for (const { status, body } of [write, live]) {
      expect(status).toBe(500)
      expect(body.error).toMatchObject({ code: 'not_configured', message })
    }
    expect(health.body.settings.find(({ name }: { name: string }) => name === 'REDIS_URL')).toMatchObject({ state: 'invalid', problem: message })
  })
})

test('leaves the import out of the edge bundle', async () => {
  const { outputFiles, warnings } = await bundle({
    platform: 'neutral', mainFields: ['module', 'main'], define: { 'process.env.NEXT_RUNTIME': '"edge"' },
  })
  expect(warnings).toEqual([])
  expect(outputFiles![0]!.text).not.toContain('not-installed')
})
