import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { budgets } from './budgets.ts'
import { itemRows } from './items.ts'
import { findItemClosure, findUncopied, buildRegistry, readSources, type RegistryItem } from './registry.ts'
import { findStoryProblems, getComponent } from './stories.ts'
import { findProblems } from './validate.ts'

const kitSpec = 'https://kit.example/r/intercom-v0-kit-0.1.0-0123456789ab.tgz'
const sources = { ...readSources(kitSpec), baseUrl: 'https://kit.example' }
const primitives = new Set(globSync('src/components/ui/*.tsx').map((file) => basename(file, '.tsx')))
const catalogue = globSync('src/components/intercom/*.tsx').filter((file) => !file.includes('.test.')).map((file) => file.replaceAll('\\', '/'))
const components = new Set(catalogue.map((file) => basename(file, '.tsx')))
const stories = new Map(globSync('stories/**/*.tsx').map((file) => [file.replaceAll('\\', '/'), readFileSync(file, 'utf8')]))
const items = buildRegistry(sources)
const byUrl = new Map(items.map((item) => [`${sources.baseUrl}/r/${item.name}.json`, item]))
const problems = (list: RegistryItem[]) => findProblems(list, sources.baseUrl, primitives)

function find(name: string): RegistryItem {
  const item = items.find((each) => each.name === name)
  if (!item) throw new Error(`Unknown item ${name}.`)
  return item
}

function change(name: string, edit: (item: RegistryItem) => Partial<RegistryItem>): RegistryItem[] {
  const item = find(name)
  return items.map((each) => (each === item ? { ...each, ...edit(each) } : each))
}

/** Files of an item in an app, without shadcn/ui primitives. */
function collectFiles(name: string): Map<string, string> {
  return new Map([...findItemClosure(find(name), byUrl)].flatMap(({ files }) => files.map(({ target, content }) => [target, content] as const)))
}

describe('the registry', () => {
  it('has no problem that would break an app', () => {
    expect(problems(items)).toEqual([])
  })
  it('copies every file of src outside the engine unchanged', () => {
    expect(findUncopied(items, sources.files)).toEqual([])
    for (const { path, content } of items.flatMap(({ files }) => files)) expect(content).toBe(readFileSync(path, 'utf8'))
  })
  it('has an item for each catalogue component', () => {
    const copied = new Set(itemRows.flatMap((row) => getComponent(row) ?? []))
    expect(catalogue.filter((file) => !copied.has(file))).toEqual([])
  })
  it('has an item for each component with stories', () => {
    expect(findStoryProblems(itemRows, components, stories)).toEqual([])
  })
  it('installs the engine by URL and other packages without a range', () => {
    const dependencies = new Set(items.flatMap((item) => item.dependencies))
    expect([...dependencies].filter((each) => /.@/.test(each))).toEqual([`intercom-v0-kit@${kitSpec}`])
    expect(items.filter(({ dependencies: own }) => own.includes('zod')).map(({ name }) => name)).toEqual(['account-settings'])
    const published = buildRegistry({ ...sources, kitSpec: '^0.2.0' }).flatMap((item) => item.dependencies)
    expect(published.filter((each) => each.startsWith('intercom-v0-kit@'))).toContain('intercom-v0-kit@^0.2.0')
  })
  it('names the next step in docs', () => {
    const isSilent = ({ name, docs }: RegistryItem) => !docs && !['error-state', 'account-settings-views', 'settings-field'].includes(name)
    expect(items.filter(isSilent).map(({ name }) => name)).toEqual([])
    for (const name of ['help-button', 'help-launcher', 'chat-banner', 'messenger']) {
      expect(find(name).docs).toContain("<IntercomProvider>{children}</IntercomProvider> from 'intercom-v0-kit/messenger'")
    }
  })
})

describe('files that the app owns', () => {
  const owned = /^(?:app\/|@lib\/)/
  it('are in no component, so an update overwrites none', () => {
    const offered = items.filter(({ type }) => type === 'registry:component')
    expect(offered.length).toBeGreaterThan(15)
    expect(offered.flatMap(({ name }) => [...collectFiles(name).keys()].filter((target) => owned.test(target)))).toEqual([])
  })
  it.each([
    ['intercom-api', ['@lib/intercom/authorize.ts', 'app/api/intercom/[...path]/route.ts']],
    ['messenger', ['@lib/intercom/authorize.ts', 'app/api/intercom/[...path]/route.ts']],
    ['app-shell', ['@lib/intercom/authorize.ts', 'app/(app)/layout.tsx', 'app/api/intercom/[...path]/route.ts']],
    ['account-settings', [
      '@lib/intercom/account.ts', '@lib/intercom/authorize.ts', '@lib/intercom/checkout.ts', 'app/api/account/route.ts',
      'app/api/intercom/[...path]/route.ts', 'app/api/stripe/checkout/route.ts', 'app/settings/page.tsx',
    ]],
    ['support-inbox', ['@lib/intercom/authorize.ts', 'app/api/intercom/[...path]/route.ts', 'app/inbox/page.tsx']],
  ])('come with the block %s', (name, files) => {
    expect([...collectFiles(name).keys()].filter((target) => owned.test(target)).sort()).toEqual(files)
  })
})

describe('the size of an item', () => {
  it.each(budgets)('is within the budget of %s: %i files, %i lines', (name, most, lines) => {
    const { meta } = find(name)
    expect(meta.files).toBeLessThanOrEqual(most)
    expect(meta.lines).toBeLessThanOrEqual(lines)
  })
  it('includes dependencies and counts each file once', () => {
    const files = collectFiles('support-inbox')
    const lines = [...files.values()].reduce((sum, content) => sum + content.trimEnd().split('\n').length, 0)
    expect(find('support-inbox').meta).toMatchObject({ files: files.size, lines })
    expect(files.size).toBeGreaterThan(find('support-inbox-views').meta.files)
  })
})

describe('the tokens of an item', () => {
  it('are those of its class names, in full', () => {
    const { tokens } = find('rich-text').meta
    expect(tokens).toEqual(expect.arrayContaining(['accent', 'muted-foreground', 'ring']))
    expect(tokens).not.toContain('sidebar')
    expect(find('app-shell').meta.tokens).toContain('sidebar-accent-foreground')
  })
})

describe('findProblems', () => {
  it('reports a missing file', () => {
    const without = change('help-launcher', ({ files }) => ({ files: files.filter(({ path }) => !path.includes('help-button')) }))
    expect(problems(without).join()).toMatch(/help-button, which is not in the item or its dependencies/)
  })
  it('reports a page whose component is missing', () => {
    const without = change('support-inbox', () => ({ registryDependencies: [] }))
    expect(problems(without).join()).toMatch(/app\/inbox\/page\.tsx imports @\/components\/intercom\/support-inbox, which is not in the item or its dependencies/)
  })
  it('reports a missing package', () => {
    const without = items.map((item) => ({ ...item, dependencies: item.dependencies.filter((name) => name !== 'lucide-react') }))
    expect(problems(without).join()).toMatch(/lucide-react is missing in its dependencies/)
  })
  it('reports a kit item without a URL', () => {
    const bare = change('help-launcher', ({ registryDependencies }) => ({ registryDependencies: [...registryDependencies, 'help-button'] }))
    expect(problems(bare)).toEqual(['help-launcher: help-button is a kit item. Refer to it by URL.'])
  })
  it('reports a missing primitive', () => {
    const without = items.map((item) => ({ ...item, registryDependencies: item.registryDependencies.filter((name) => name !== 'sheet') }))
    expect(problems(without).join()).toMatch(/sheet is missing in its registryDependencies/)
  })
  it('reports a component with a file that the app owns', () => {
    const [route] = find('intercom-api').files
    const wrong = change('toaster', ({ files }) => ({ files: [...files, route!] }))
    expect(problems(wrong).join()).toMatch(/toaster: .* is a file that the app owns. Move it to a block/)
  })
  it('reports different files for one target', () => {
    const twice = change('help-button', ({ files }) => ({ files: files.map((file) => ({ ...file, content: `${file.content}\n` })) }))
    expect(problems(twice).join()).toMatch(/help-button\.tsx has different content in another item/)
  })
  it('reports a duplicate item name', () => {
    expect(problems([...items, { ...items[0]!, files: [] }])).toEqual(['Two items are named support-inbox.'])
  })
  it.each([
    ['another kit file', '@lib/intercom/toaster.ts', 'src/components/intercom/toaster.tsx'],
    ['a primitive', '@lib/intercom/label.ts', "shadcn's label"],
  ])('reports an imported file with the name of %s', (_, target, other) => {
    const file = { path: target.replace('@', 'src/'), type: 'registry:lib', target, content: 'export {}\n' }
    const same = change('intercom-api', ({ files }) => ({ files: [...files, file] }))
    expect(problems(same)).toEqual([`${file.path} has the same name as ${other}, and the shadcn CLI would confuse them. Rename it.`])
  })
  it('reports a file that starts with a comment', () => {
    const commented = change('toaster', ({ files }) => ({ files: files.map((file) => ({ ...file, content: `/** A toaster. */\n${file.content}` })) }))
    expect(problems(commented).join()).toMatch(/toaster\.tsx starts with a comment, which the shadcn CLI drops/)
  })
  it('throws for an entry file that does not exist', () => {
    const rows = [...itemRows, { ...itemRows[0]!, name: 'gone', files: ['src/components/intercom/gone.tsx'] }]
    expect(() => buildRegistry({ ...sources, rows })).toThrow('gone lists src/components/intercom/gone.tsx, which does not exist.')
  })
  it('reports a component without an item or without stories', () => {
    const rows = itemRows.filter(({ name }) => name !== 'rich-text')
    expect(findStoryProblems(rows, components, stories)).toEqual([
      'stories/rich-text shows a component without an item. Add a row to items.ts.',
    ])
    const unshown = new Map([...stories].filter(([, code]) => !code.includes('customer-card')))
    expect(findStoryProblems(itemRows, components, unshown)).toEqual(['customer-card has an item but no story.'])
  })
  it('reports a mention of a file that no item has', () => {
    const told = change('support-inbox', () => ({ docs: 'Say it in lib/intercom/authorise.ts.' }))
    expect(problems(told)).toEqual(['support-inbox: docs mentions lib/intercom/authorise.ts, which no item contains.'])
  })
  it('reports an environment variable with a value', () => {
    const filled = change('intercom-api', () => ({ envVars: { INTERCOM_ACCESS_TOKEN: 'x' } }))
    expect(problems(filled).join()).toMatch(/must be empty/)
  })
})
