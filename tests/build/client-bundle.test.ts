import { build, type BuildResult, type Metafile } from 'esbuild'
import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'

/** Settings of the server with values that no bundle may contain. */
const secrets = [
  'INTERCOM_ACCESS_TOKEN', 'INTERCOM_CLIENT_SECRET', 'INTERCOM_MESSENGER_API_SECRET',
  'INTERCOM_IDENTITY_VERIFICATION_SECRET', 'REDIS_URL', 'STRIPE_SECRET_KEY',
]

const engine = ['account', 'inbox', 'messenger', 'shared', 'strings'].map((folder) => `src/kit/${folder}`)

const inBrowser = ['src/components/intercom', ...engine].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`))

const define = Object.fromEntries(secrets.flatMap((name) => [
  [`process.env.${name}`, JSON.stringify(`canary-${name}`)],
  [`globalThis.process.env.${name}`, JSON.stringify(`canary-${name}`)],
]))

/** Bundles for a browser with the environment inlined, like a careless build does. */
async function bundle(contents: string): Promise<BuildResult<{ metafile: true; write: false }>> {
  return build({
    stdin: { contents, resolveDir: process.cwd(), loader: 'tsx' },
    bundle: true, write: false, metafile: true, format: 'esm', platform: 'browser', jsx: 'automatic', logLevel: 'silent',
    splitting: false, alias: { '@': resolve('src') }, conditions: ['source'], external: ['react', 'react-dom', 'react/jsx-runtime'],
    define: { ...define, 'process.env.NODE_ENV': '"production"' },
  })
}

/** Lists the files with code in the bundle. Tree-shaken files are left out. */
const listFiles = ({ metafile }: { metafile: Metafile }) =>
  Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])))

/** Whether a file must never reach a browser. */
const isServerFile = (file: string) =>
  /^src\/(app|lib\/intercom|kit\/server)\/|^src\/kit\/contracts\/(?!attachment-limits|conversation-summary)/.test(file)
  || /^src\/kit\/rich-text\/(html-reader|parse-rich-text)\.ts$/.test(file)
  || /node_modules\/(zod|htmlparser2|redis|@redis)\//.test(file)

const joinOutput = ({ outputFiles }: { outputFiles: { text: string }[] }) => outputFiles.map(({ text }) => text).join('\n')

describe('the browser bundle of every component and of the engine', () => {
  let text = ''
  let inputs: string[] = []
  let sent: string[] = []

  beforeAll(async () => {
    const result = await bundle(inBrowser.map((file, index) => `export * as part${index} from './${file}'`).join('\n'))
    text = joinOutput(result)
    inputs = Object.keys(result.metafile.inputs)
    sent = listFiles(result)
  })

  test('contains all of them', () => {
    expect(inBrowser.length).toBeGreaterThan(20)
    for (const file of inBrowser) expect(inputs).toContain(file)
  })

  test('contains no secret and no reference to one', () => {
    expect(text).not.toContain('canary-')
    for (const name of secrets) expect(text).not.toMatch(new RegExp(`env[^\\n]{0,20}\\b${name}\\b`))
    expect(text).not.toContain('Bearer ')
    expect(text).not.toContain('https://api.intercom.io')
  })

  test('contains no route, no schema and no server package', () => {
    expect(sent.length).toBeGreaterThan(200)
    expect(sent.filter(isServerFile)).toEqual([])
  })
})

test('finds a component that reads a secret', async () => {
  const text = joinOutput(await bundle('export const token = process.env.INTERCOM_ACCESS_TOKEN'))
  expect(text).toContain('canary-INTERCOM_ACCESS_TOKEN')
})

test.each([
  ["export { readSettings } from './src/kit/server/settings.ts'", 'src/kit/server/settings.ts'],
  ["export { idSchema } from 'intercom-v0-kit/contracts'", 'src/kit/contracts/ids.ts'],
  ["export { parseRichText } from 'intercom-v0-kit/rich-text'", 'src/kit/rich-text/html-reader.ts'],
  ["export { authorize } from '@/lib/intercom/authorize'", 'src/lib/intercom/authorize.ts'],
])('finds a component that imports a server file: %s', async (code, file) => {
  expect(listFiles(await bundle(code)).filter(isServerFile)).toContain(file)
})
