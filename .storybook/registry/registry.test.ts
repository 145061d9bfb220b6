import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, it } from 'vitest'
import { itemRows } from './items.ts'
import { makeRegistry, readSources, unreached, type RegistryItem } from './registry.ts'
import { storyProblems } from './stories.ts'
import { closureOf, problemsOf } from './validate.ts'

const sources = { ...readSources(), baseUrl: 'https://kit.example' }
const primitives = new Set(globSync('src/components/ui/*.tsx').map((file) => basename(file, '.tsx')))
const components = new Set(globSync('src/components/intercom/*.tsx').map((file) => basename(file, '.tsx')))
const stories = new Map(globSync('stories/**/*.tsx').map((file) => [file.replaceAll('\\', '/'), readFileSync(file, 'utf8')]))
const items = makeRegistry(sources)
const problems = (list: RegistryItem[]) => problemsOf(list, sources.baseUrl, primitives)

/** The registry with one item changed. */
function changed(name: string, change: (item: RegistryItem) => Partial<RegistryItem>): RegistryItem[] {
  if (!items.some((item) => item.name === name)) throw new Error(`There is no item ${name}.`)
  return items.map((item) => (item.name === name ? { ...item, ...change(item) } : item))
}

describe('the registry of the sources', () => {
  it('has nothing that would break an app', () => {
    expect(problems(items)).toEqual([])
  })
  it('ships every file of src once', () => {
    expect(unreached(sources)).toEqual([])
    const paths = items.flatMap(({ files }) => files.map(({ path }) => path))
    expect(new Set(paths).size).toBe(paths.length)
  })
  it('brings with its components every route but those that no page asks', () => {
    const byUrl = new Map(items.map((item) => [`${sources.baseUrl}/r/${item.name}.json`, item]))
    const isRoute = ({ name }: RegistryItem) => name.startsWith('route-')
    const brought = new Set(items.filter((item) => !isRoute(item)).flatMap((item) => [...closureOf(item, byUrl)]))
    expect(items.filter((item) => isRoute(item) && !brought.has(item)).map(({ name }) => name)).toEqual(['route-health', 'route-webhook'])
  })
  it('is what the stories show', () => {
    expect(storyProblems(itemRows, components, stories)).toEqual([])
  })
})

describe('a problem is found', () => {
  it('where a file is missing', () => {
    const without = changed('conversation-list', ({ files }) => ({ files: files.filter(({ path }) => !path.includes('conversation-rows')) }))
    expect(problems(without).join()).toMatch(/conversation-rows, which it does not bring along/)
  })
  it('where an import leads out of what the item brings along', () => {
    const without = changed('use-admins', () => ({ registryDependencies: [] }))
    expect(problems(without).join()).toMatch(/use-admins: .* which it does not bring along/)
  })
  it('where a package is missing', () => {
    const without = items.map((item) => ({ ...item, dependencies: item.dependencies.filter((name) => !name.startsWith('virtua@')) }))
    expect(problems(without).join()).toMatch(/virtua is not among its dependencies/)
  })
  it('where one of ours has a bare name', () => {
    const bare = changed('help-launcher', ({ registryDependencies }) => ({ registryDependencies: [...registryDependencies, 'help-button'] }))
    expect(problems(bare)).toEqual(['help-launcher: help-button is ours and must be an address.'])
  })
  it('where a primitive is not asked for', () => {
    const without = items.map((item) => ({ ...item, registryDependencies: item.registryDependencies.filter((name) => name !== 'sheet') }))
    expect(problems(without).join()).toMatch(/sheet is not among its registryDependencies/)
  })
  it('where two files go to one place', () => {
    const twice = changed('use-admins', ({ files }) => ({ files: [...files, { ...files[0]!, path: 'registry/intercom/hooks/use-others.ts' }] }))
    expect(problems(twice)).toEqual(['use-admins: @hooks/use-admins.ts is also a file of use-admins.'])
  })
  it('where two items have one name', () => {
    expect(problems([...items, { ...items[0]!, files: [] }])).toEqual(['There are two items called support-inbox.'])
  })
  it.each([
    ['another of ours', 'components/intercom/use-contact.tsx', 'hooks/use-contact.ts'],
    ["one of shadcn's", 'lib/intercom/label.ts', "shadcn's label"],
    ["shadcn's utils", 'lib/intercom/utils.ts', "shadcn's utils"],
    ['a route', 'lib/intercom/route.ts', 'route.ts'],
  ])('where an imported file has the name of %s', (_, path, other) => {
    const file = { path: `registry/intercom/${path}`, type: 'registry:lib', target: `@${path}`, content: '' }
    const same = changed('use-admins', ({ files }) => ({ files: [...files, file] }))
    const found = problems(same).filter((problem) => problem.startsWith(`use-admins: ${file.path}`))
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(`${other}, and the CLI would lead imports`)
  })
  it('where items need each other', () => {
    const [first] = items.find(({ name }) => name === 'conversation-list')!.registryDependencies.filter((name) => name.includes('use-admins'))
    const round = changed('use-admins', ({ registryDependencies }) => ({
      registryDependencies: [...registryDependencies, first!.replace('use-admins', 'conversation-list')],
    }))
    // It is said once, from wherever it is met first.
    expect(problems(round)).toEqual([
      expect.stringMatching(/^(conversation-list needs use-admins|use-admins needs conversation-list) needs \S+: make them one item\.$/),
    ])
  })
  it('where a route that is asked does not come along', () => {
    const without = changed('use-admins', ({ registryDependencies }) => ({
      registryDependencies: registryDependencies.filter((name) => !name.includes('route-admins')),
    }))
    expect(problems(without)).toContain(
      'use-admins: registry/intercom/hooks/use-admins.ts asks /api/intercom/admins, and that route does not come along.',
    )
  })
  it('where an item starts from a file that is not there', () => {
    const rows = [...itemRows, { ...itemRows[0]!, name: 'gone', entries: ['src/components/intercom/gone.tsx'] }]
    expect(() => makeRegistry({ ...sources, rows })).toThrow('gone starts from src/components/intercom/gone.tsx, and there is no such file.')
  })
  it('where a component has stories and no item, or an item and no story', () => {
    const rows = itemRows.filter(({ name }) => name !== 'rich-text')
    expect(storyProblems(rows, components, stories)).toEqual([
      'stories/rich-text shows a component that cannot be copied: give it a row in items.ts.',
    ])
    const unshown = new Map([...stories].filter(([, code]) => !code.includes('customer-card')))
    expect(storyProblems(itemRows, components, unshown)).toEqual(['customer-card can be copied, and no story shows it.'])
  })
  it('where a name would be mangled', () => {
    const strange = changed('use-admins', ({ files }) => ({
      files: files.map((file) => ({ ...file, path: 'registry/intercom/hooks/library.ts' })),
    }))
    expect(problems(strange).join()).toMatch(/takes for a folder: library/)
  })
  it('where people are told to edit a file that comes under another name', () => {
    const told = changed('support-inbox', () => ({ docs: 'Say it in lib/intercom/authorise.ts.' }))
    expect(problems(told)).toEqual(['support-inbox: docs speaks of lib/intercom/authorise.ts, and no item has it under that name.'])
  })
  it('where a variable has a value', () => {
    const filled = changed('route-admins', () => ({ envVars: { INTERCOM_ACCESS_TOKEN: 'x' } }))
    expect(problems(filled).join()).toMatch(/must be empty/)
  })
})
