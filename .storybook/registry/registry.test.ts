import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { itemRows } from './items.ts'
import { makeRegistry, readSources, unreached, type RegistryItem } from './registry.ts'
import { problemsOf } from './validate.ts'

const sources = { ...readSources(), baseUrl: 'https://kit.example' }
const primitives = new Set(globSync('src/components/ui/*.tsx').map((file) => basename(file, '.tsx')))
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
  it('names entries that are there', () => {
    expect(itemRows.flatMap(({ entries }) => entries).filter((file) => !existsSync(file))).toEqual([])
  })
  it('has an item for each component with a story, and a story for each component', () => {
    const stories = globSync('stories/*/*.stories.tsx')
    const shown = new Set(
      globSync('stories/**/*.tsx').flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/@\/components\/intercom\/([\w-]+)'/g)].map(([, name]) => name)),
    )
    const started = new Set(itemRows.flatMap(({ entries }) => entries.map((file) => basename(file, '.tsx'))))
    const folders = new Set(stories.map((file) => basename(dirname(file))))
    const withComponent = [...folders].filter((name) => existsSync(`src/components/intercom/${name}.tsx`))
    expect(withComponent.filter((name) => !started.has(name))).toEqual([])

    const parts = new Set(['intercom-session', 'settings-field', 'locale-provider'])
    const components = itemRows.filter(({ name, entries }) => entries.some((file) => file.endsWith('.tsx')) && !parts.has(name))
    const unshown = components.filter(({ name, entries }) => !folders.has(name) && !entries.some((file) => shown.has(basename(file, '.tsx'))))
    expect(unshown.map(({ name }) => name)).toEqual([])
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
  it('where two files go to one place, or two items have one name', () => {
    expect(problems([...items, items[0]!]).join()).toMatch(/two items called support-inbox.*|is also a file of/)
  })
  it('where a name would be mangled', () => {
    const strange = changed('use-admins', ({ files }) => ({
      files: files.map((file) => ({ ...file, path: 'registry/intercom/hooks/library.ts' })),
    }))
    expect(problems(strange).join()).toMatch(/takes for a folder: library/)
  })
  it('where a variable has a value', () => {
    const filled = changed('route-admins', () => ({ envVars: { INTERCOM_ACCESS_TOKEN: 'x' } }))
    expect(problems(filled).join()).toMatch(/must be empty/)
  })
})
