import { build, type BuildResult } from 'esbuild'
import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'

/** The settings of the server. Each has a value that must be nowhere. */
const secrets = [
  'INTERCOM_ACCESS_TOKEN', 'INTERCOM_CLIENT_SECRET', 'INTERCOM_MESSENGER_API_SECRET',
  'INTERCOM_IDENTITY_VERIFICATION_SECRET', 'REDIS_URL', 'STRIPE_SECRET_KEY',
]

const inBrowser = ['src/components/intercom', 'src/hooks'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`))

const define = Object.fromEntries(secrets.flatMap((name) => [
  [`process.env.${name}`, JSON.stringify(`canary-${name}`)],
  [`globalThis.process.env.${name}`, JSON.stringify(`canary-${name}`)],
]))

/** Bundles for a browser, with the environment written into it as careless builds do. */
async function bundle(contents: string): Promise<BuildResult<{ metafile: true; write: false }>> {
  return build({
    stdin: { contents, resolveDir: process.cwd(), loader: 'tsx' },
    bundle: true, write: false, metafile: true, format: 'esm', platform: 'browser', jsx: 'automatic', logLevel: 'silent',
    splitting: false, alias: { '@': resolve('src') }, external: ['react', 'react-dom', 'react/jsx-runtime'],
    define: { ...define, 'process.env.NODE_ENV': '"production"' },
  })
}

const textOf = ({ outputFiles }: { outputFiles: { text: string }[] }) => outputFiles.map(({ text }) => text).join('\n')

describe('what the browser is sent of every component and hook', () => {
  let text = ''
  let inputs: string[] = []

  beforeAll(async () => {
    const result = await bundle(inBrowser.map((file, index) => `export * as part${index} from './${file}'`).join('\n'))
    text = textOf(result)
    inputs = Object.keys(result.metafile.inputs)
  })

  test('is all of them', () => {
    expect(inBrowser.length).toBeGreaterThan(20)
    for (const file of inBrowser) expect(inputs).toContain(file)
  })

  test('has no secret in it, and no place where one would be', () => {
    expect(text).not.toContain('canary-')
    for (const name of secrets) expect(text).not.toMatch(new RegExp(`env[^\\n]{0,20}\\b${name}\\b`))
    expect(text).not.toContain('Bearer ')
    expect(text).not.toContain('https://api.intercom.io')
  })

  test.each([
    'environment', 'settings', 'authorize', 'rest-client', 'handler', 'hmac', 'identity-token', 'store', 'store-memory',
    'store-redis', 'webhook', 'webhook-handlers', 'log', 'contracts', 'contracts/messages', 'contracts/actions',
    'messages-sent', 'conversation-actions', 'intercom-schemas', 'rich-text-reader',
  ])('has nothing of lib/intercom/%s', (name) => {
    expect(inputs).not.toContain(`src/lib/intercom/${name}.ts`)
  })

  test('has no route, and none of the packages of the server', () => {
    expect(inputs.filter((file) => /^src\/app\/|node_modules\/(zod|htmlparser2|redis|@redis)\//.test(file))).toEqual([])
  })
})

test('a component that reads a secret would be found', async () => {
  const text = textOf(await bundle('export const token = process.env.INTERCOM_ACCESS_TOKEN'))
  expect(text).toContain('canary-INTERCOM_ACCESS_TOKEN')
})
