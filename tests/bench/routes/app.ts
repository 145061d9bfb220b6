/** Writes a Next.js app with the kit's list route beside alternatives that do the same. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { root, getWorkFolder } from '../places.ts'

const folder = getWorkFolder('next-app')

const search = `const search = (resource = 'conversations') => fetch(process.env.INTERCOM_MOCK_ORIGIN + '/' + resource + '/search', {
  method: 'POST',
  headers: { authorization: 'Bearer ' + process.env.INTERCOM_ACCESS_TOKEN, 'content-type': 'application/json', 'intercom-version': '2.14' },
  body: JSON.stringify({ query: { field: 'state', operator: '=', value: 'open' }, pagination: { per_page: 50 } }),
  cache: 'no-store',
})`

/** Modules of the alternatives, by route name. */
const others = {
  empty: `export const GET = async () => Response.json({ ok: true })`,
  guide: `import { NextResponse } from 'next/server'
${search}
export async function GET() {
  const data = await (await search()).json()
  return NextResponse.json(data)
}`,
  both: `${search}
export async function GET() {
  const { conversations } = await (await search()).json()
  const { data } = await (await search('contacts')).json()
  return Response.json({ conversations: conversations.length, contacts: data.length })
}`,
  through: `${search}
export async function GET() {
  const { body } = await search()
  return new Response(body, { headers: { 'content-type': 'application/json' } })
}`,
  cpu: `export async function GET() {
  const { user, system } = process.cpuUsage()
  return Response.json({ microseconds: user + system })
}`,
}

const files: Record<string, string> = {
  'package.json': '{ "private": true, "type": "module" }',
  'next.config.mjs': `export default {
  compress: false, poweredByHeader: false, typescript: { ignoreBuildErrors: true }, turbopack: { root: ${JSON.stringify(root)} },
}`,
  'tsconfig.json': '{ "compilerOptions": { "jsx": "react-jsx", "moduleResolution": "bundler", "allowImportingTsExtensions": true }, "include": ["src"] }',
  'src/app/api/intercom/[...path]/route.ts': `import { createIntercomRoutes } from '../../../../kit/server/index.ts'

// Each request names its own agent, because of the rate limit per user.
const authorize = (request: Request) => ({ kind: 'agent' as const, adminId: request.headers.get('x-agent') ?? '1' })

export const { GET } = createIntercomRoutes({ authorize })`,
  ...Object.fromEntries(Object.entries(others).map(([name, code]) => [
    `src/app/api/${name}/route.js`, `${code}\nexport const dynamic = 'force-dynamic'\n`,
  ])),
}

/** Writes the app. @returns path of its folder */
export function writeApp(): string {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(`${folder}/src/app`, { recursive: true })
  for (const part of ['contracts', 'shared', 'rich-text', 'server']) {
    cpSync(`${root}/src/kit/${part}`, `${folder}/src/kit/${part}`, { recursive: true, filter: (path) => !/\.test\.tsx?$/.test(path) })
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(`${folder}/${path}`), { recursive: true })
    writeFileSync(`${folder}/${path}`, text)
  }
  return folder
}
