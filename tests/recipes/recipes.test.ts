import { build, type Plugin } from 'esbuild'
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterEach, describe, expect, test, vi } from 'vitest'

/** Mocks the library's call that returns the session. */
const said = vi.fn<(...given: unknown[]) => Promise<unknown>>()
const scope = globalThis as unknown as { said: typeof said }
scope.said = said

const libraryOf: Record<string, string> = {
  '@/auth': 'export const auth = (...given) => said(...given)',
  '@clerk/nextjs/server': 'export const currentUser = (...given) => said(...given)',
  '@/lib/auth': 'export const auth = { api: { getSession: (...given) => said(...given) } }',
  '@/lib/supabase/server': 'export const createClient = async () => ({ auth: { getUser: (...given) => said(...given) } })',
}

const withLibraries: Plugin = {
  name: 'with-libraries',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@/ }, ({ path }) => ({ path, namespace: 'library' }))
    onLoad({ filter: /./, namespace: 'library' }, ({ path }) => ({ contents: libraryOf[path] }))
  },
}

/** Loads a recipe with its library mocked by {@link said}. */
async function load(name: string): Promise<{ authorize: (request: Request) => Promise<unknown> }> {
  const { outputFiles } = await build({
    entryPoints: [`tests/recipes/${name}.ts`], bundle: true, write: false, format: 'esm', plugins: [withLibraries],
  })
  return import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`)
}

const clerkUser = (status: string, publicMetadata: object) => ({
  id: 'u1', primaryEmailAddress: { emailAddress: 'ann@alder.example', verification: { status } }, publicMetadata,
})
const supabaseUser = (more: object) => ({ data: { user: { id: 'u1', email: 'ann@alder.example', app_metadata: {}, ...more } } })
const user = { id: 'u1', email: 'ann@alder.example' }

/** Sessions by library: none, an agent, a customer, and a customer with an unverified address. */
const libraries = [
  ['auth-js', {
    nobody: null,
    agent: { user: { ...user, intercomAdminId: '7' } },
    customer: { user: { ...user, emailVerified: new Date(0) } },
    unverified: { user },
  }],
  ['clerk', {
    nobody: null,
    agent: clerkUser('verified', { intercomAdminId: '7' }),
    customer: clerkUser('verified', {}),
    unverified: clerkUser('unverified', { intercomAdminId: 7 }),
  }],
  ['better-auth', {
    nobody: null,
    agent: { user: { ...user, intercomAdminId: '7', emailVerified: true } },
    customer: { user: { ...user, emailVerified: true } },
    unverified: { user: { ...user, emailVerified: false } },
  }],
  ['supabase', {
    nobody: { data: { user: null } },
    agent: supabaseUser({ app_metadata: { intercom_admin_id: '7' } }),
    customer: supabaseUser({ email_confirmed_at: '2026-01-01' }),
    unverified: supabaseUser({ user_metadata: { intercom_admin_id: '7' } }),
  }],
] as const

afterEach(() => vi.clearAllMocks())

describe.each(libraries)('%s', (name, says) => {
  test.each([
    ['nobody', null],
    ['agent', { kind: 'agent', adminId: '7' }],
    ['customer', { kind: 'customer', userId: 'u1', email: 'ann@alder.example' }],
    ['unverified', { kind: 'customer', userId: 'u1' }],
  ] as const)('%s', async (who, principal) => {
    said.mockResolvedValue(says[who])
    const { authorize } = await load(name)
    expect(await authorize(new Request('https://app.example/', { headers: { cookie: 'session=1' } }))).toEqual(principal)
  })
})

test("passes the request's cookies to Better Auth", async () => {
  said.mockResolvedValue(null)
  const { authorize } = await load('better-auth')
  const request = new Request('https://app.example/', { headers: { cookie: 'session=1' } })
  await authorize(request)
  expect(said).toHaveBeenCalledExactlyOnceWith({ headers: request.headers })
})

describe('compiler', () => {
  const check = (project: string) =>
    spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', project, '--noEmit'], { encoding: 'utf8' })

  test('accepts the recipes', () => {
    const { status, stdout } = check('tests/recipes')
    expect(stdout).toBe('')
    expect(status).toBe(0)
  })

  test('refuses a wrong recipe', () => {
    const folder = '.cache/tests/wrong-recipe'
    const source = readFileSync('tests/recipes/clerk.ts', 'utf8').replace("kind: 'agent', adminId", "kind: 'agent', adminID")
    const include = ['wrong.ts', '../../../tests/recipes/packages.d.ts']
    mkdirSync(folder, { recursive: true })
    writeFileSync(`${folder}/wrong.ts`, source)
    writeFileSync(`${folder}/tsconfig.json`, JSON.stringify({ extends: '../../../tests/recipes/tsconfig.json', include }))
    expect(check(folder).stdout).toContain('wrong.ts')
  })
})

test('shows every recipe in the docs', () => {
  const page = readFileSync('stories/authorisation/authorisation.mdx', 'utf8')
  const recipes = readdirSync('tests/recipes').filter((file) => /^(?!.*(\.d|\.test)\.ts$).+\.ts$/.test(file))
  expect(recipes).toHaveLength(libraries.length)
  for (const recipe of recipes) expect(page).toContain(`tests/recipes/${recipe}?raw`)
})
