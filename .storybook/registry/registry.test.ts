import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { budgets } from './budgets.ts'
import { itemRows } from './items.ts'
import { closureOf, findUncopied, makeRegistry, readSources, type RegistryItem } from './registry.ts'
import { findStoryProblems, getComponent } from './stories.ts'
import { findProblems } from './validate.ts'

const kitSpec = 'https://kit.example/r/intercom-v0-kit-0.1.0-0123456789ab.tgz'
const sources = { ...readSources(kitSpec), baseUrl: 'https://kit.example' }
const primitives = new Set(globSync('src/components/ui/*.tsx').map((file) => basename(file, '.tsx')))
const catalogue = globSync('src/components/intercom/*.tsx').filter((file) => !file.includes('.test.')).map((file) => file.replaceAll('\\', '/'))
const components = new Set(catalogue.map((file) => basename(file, '.tsx')))
const stories = new Map(globSync('stories/**/*.tsx').map((file) => [file.replaceAll('\\', '/'), readFileSync(file, 'utf8')]))
const items = makeRegistry(sources)
const byUrl = new Map(items.map((item) => [`${sources.baseUrl}/r/${item.name}.json`, item]))
const problems = (list: RegistryItem[]) => findProblems(list, sources.baseUrl, primitives)

function find(name: string): RegistryItem {
  const item = items.find((each) => each.name === name)
  if (!item) throw new Error(`There is no item ${name}.`)
  return item
}

/** The registry with one item changed. */
function change(name: string, edit: (item: RegistryItem) => Partial<RegistryItem>): RegistryItem[] {
  const item = find(name)
  return items.map((each) => (each === item ? { ...each, ...edit(each) } : each))
}

/** The files that arrive in an app, shadcn's own left out. */
function arriving(name: string): Map<string, string> {
  return new Map([...closureOf(find(name), byUrl)].flatMap(({ files }) => files.map(({ target, content }) => [target, content] as const)))
}

describe('the registry', () => {
  it('holds nothing that would break an app', () => {
    expect(problems(items)).toEqual([])
  })
  it('copies every file of src outside the engine, as it is', () => {
    expect(findUncopied(items, sources.files)).toEqual([])
    for (const { path, content } of items.flatMap(({ files }) => files)) expect(content).toBe(readFileSync(path, 'utf8'))
  })
  it('has an item for each file at the top of the catalogue', () => {
    const copied = new Set(itemRows.flatMap((row) => getComponent(row) ?? []))
    expect(catalogue.filter((file) => !copied.has(file))).toEqual([])
  })
  it('copies what the stories show', () => {
    expect(findStoryProblems(itemRows, components, stories)).toEqual([])
  })
  it('installs the engine from beside it, and other packages by name, so that an app keeps its versions', () => {
    const dependencies = new Set(items.flatMap((item) => item.dependencies))
    expect([...dependencies].filter((each) => /.@/.test(each))).toEqual([`intercom-v0-kit@${kitSpec}`])
    expect(items.filter(({ dependencies: own }) => own.includes('zod')).map(({ name }) => name)).toEqual(['account-settings'])
    const published = makeRegistry({ ...sources, kitSpec: '^0.2.0' }).flatMap((item) => item.dependencies)
    expect(published.filter((each) => each.startsWith('intercom-v0-kit@'))).toContain('intercom-v0-kit@^0.2.0')
  })
  it('tells the next step of each block and of each component that needs one', () => {
    const isSilent = ({ name, docs }: RegistryItem) => !docs && !['error-state', 'account-settings-views', 'settings-field'].includes(name)
    expect(items.filter(isSilent).map(({ name }) => name)).toEqual([])
    for (const name of ['help-button', 'help-launcher', 'chat-banner', 'messenger']) {
      expect(find(name).docs).toContain("<IntercomProvider>{children}</IntercomProvider> from 'intercom-v0-kit/messenger'")
    }
  })
})

describe('files of the app itself', () => {
  const owned = /^(?:app\/|@lib\/)/
  it('come with blocks alone, so that updating a component writes over none of them', () => {
    const offered = items.filter(({ type }) => type === 'registry:component')
    expect(offered.length).toBeGreaterThan(15)
    expect(offered.flatMap(({ name }) => [...arriving(name).keys()].filter((target) => owned.test(target)))).toEqual([])
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
  ])('come with %s', (name, files) => {
    expect([...arriving(name).keys()].filter((target) => owned.test(target)).sort()).toEqual(files)
  })
})

describe('what arrives in an app, without the primitives of shadcn', () => {
  it.each(budgets)('is, of %s, at most %i files and %i lines', (name, most, lines) => {
    const { meta } = find(name)
    expect(meta.files).toBeLessThanOrEqual(most)
    expect(meta.lines).toBeLessThanOrEqual(lines)
  })
  it('is counted through the items that come along, each file once', () => {
    const files = arriving('support-inbox')
    const lines = [...files.values()].reduce((sum, content) => sum + content.trimEnd().split('\n').length, 0)
    expect(find('support-inbox').meta).toEqual({ files: files.size, lines })
    expect(files.size).toBeGreaterThan(find('support-inbox-views').meta.files)
  })
})

describe('a problem is found', () => {
  it('if a file is missing', () => {
    const without = change('help-launcher', ({ files }) => ({ files: files.filter(({ path }) => !path.includes('help-button')) }))
    expect(problems(without).join()).toMatch(/help-button, which it does not bring along/)
  })
  it('if a page leads to a component that does not come along', () => {
    const without = change('support-inbox', () => ({ registryDependencies: [] }))
    expect(problems(without).join()).toMatch(/app\/inbox\/page\.tsx imports @\/components\/intercom\/support-inbox, which it does not bring along/)
  })
  it('if a package is missing', () => {
    const without = items.map((item) => ({ ...item, dependencies: item.dependencies.filter((name) => name !== 'lucide-react') }))
    expect(problems(without).join()).toMatch(/lucide-react is not among its dependencies/)
  })
  it('if one of ours has a bare name', () => {
    const bare = change('help-launcher', ({ registryDependencies }) => ({ registryDependencies: [...registryDependencies, 'help-button'] }))
    expect(problems(bare)).toEqual(['help-launcher: help-button is ours and must be an address.'])
  })
  it('if a primitive is not asked for', () => {
    const without = items.map((item) => ({ ...item, registryDependencies: item.registryDependencies.filter((name) => name !== 'sheet') }))
    expect(problems(without).join()).toMatch(/sheet is not among its registryDependencies/)
  })
  it('if a component brings a file of the app', () => {
    const [route] = find('intercom-api').files
    const wrong = change('toaster', ({ files }) => ({ files: [...files, route!] }))
    expect(problems(wrong).join()).toMatch(/toaster: .* belongs to an app, so it is for a block/)
  })
  it('if two items have different files for one place', () => {
    const twice = change('help-button', ({ files }) => ({ files: files.map((file) => ({ ...file, content: `${file.content}\n` })) }))
    expect(problems(twice).join()).toMatch(/help-button\.tsx is another file in another item/)
  })
  it('if two items have one name', () => {
    expect(problems([...items, { ...items[0]!, files: [] }])).toEqual(['There are two items called support-inbox.'])
  })
  it.each([
    ['another of ours', '@lib/intercom/toaster.ts', 'src/components/intercom/toaster.tsx'],
    ["one of shadcn's", '@lib/intercom/label.ts', "shadcn's label"],
  ])('if an imported file has the name of %s', (_, target, other) => {
    const file = { path: target.replace('@', 'src/'), type: 'registry:lib', target, content: 'export {}\n' }
    const same = change('intercom-api', ({ files }) => ({ files: [...files, file] }))
    expect(problems(same)).toEqual([`${file.path} has the same name as ${other}, and the command line tool would mix them up.`])
  })
  it('if a file begins with a comment', () => {
    const commented = change('toaster', ({ files }) => ({ files: files.map((file) => ({ ...file, content: `/** A toaster. */\n${file.content}` })) }))
    expect(problems(commented).join()).toMatch(/toaster\.tsx begins with a comment, which the tool drops/)
  })
  it('if an item starts from a file that does not exist', () => {
    const rows = [...itemRows, { ...itemRows[0]!, name: 'gone', files: ['src/components/intercom/gone.tsx'] }]
    expect(() => makeRegistry({ ...sources, rows })).toThrow('gone starts from src/components/intercom/gone.tsx, and there is no such file.')
  })
  it('if a component has stories and no item, or an item and no story', () => {
    const rows = itemRows.filter(({ name }) => name !== 'rich-text')
    expect(findStoryProblems(rows, components, stories)).toEqual([
      "stories/rich-text shows a component that can't be copied: give it a row in items.ts.",
    ])
    const unshown = new Map([...stories].filter(([, code]) => !code.includes('customer-card')))
    expect(findStoryProblems(itemRows, components, unshown)).toEqual(['customer-card can be copied, and no story shows it.'])
  })
  it('if developers are told to edit a file that no item has', () => {
    const told = change('support-inbox', () => ({ docs: 'Say it in lib/intercom/authorise.ts.' }))
    expect(problems(told)).toEqual(['support-inbox: docs speaks of lib/intercom/authorise.ts, and no item has it.'])
  })
  it('if a variable has a value', () => {
    const filled = change('intercom-api', () => ({ envVars: { INTERCOM_ACCESS_TOKEN: 'x' } }))
    expect(problems(filled).join()).toMatch(/must be empty/)
  })
})
