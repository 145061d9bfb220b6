/** Checks the guide of each component against its source, and the changelog's reader. */
import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildRegistry, findItemClosure, readSources } from '../registry/registry.ts'
import { listStories } from '../story-list.ts'
import { findLastChange, readChanges } from './changes.ts'
import { guides } from './guides.ts'

const items = buildRegistry(readSources('1.0.0'))
const byUrl = new Map(items.map((item) => [`http://localhost:6006/r/${item.name}.json`, item]))
/** Items with a docs page. */
const components = items.map(({ name }) => name).filter((name) => existsSync(`stories/${name}/${name}.stories.tsx`))

/** Returns the code of an item and its dependencies. */
function readCode(name: string): string {
  const item = items.find((each) => each.name === name)!
  return [...findItemClosure(item, byUrl)].flatMap(({ files }) => files.map(({ content }) => content)).join('\n')
}

describe('guides', () => {
  it('exist for every component that can be copied', () => {
    expect(components.length).toBeGreaterThan(15)
    expect(components.filter((name) => !(name in guides))).toEqual([])
  })
  it.each(Object.entries(guides))('of %s has every section', (_, { use, otherwise, parts, accessibility, content, since }) => {
    for (const text of [use, otherwise, ...parts.map(([, description]) => description), ...accessibility, ...content]) {
      expect(text).toMatch(/[.?!"”]$/)
    }
    expect(parts.length).toBeGreaterThan(0)
    expect(accessibility.length).toBeGreaterThan(0)
    expect(content.length).toBeGreaterThan(0)
    expect(since).toMatch(/^\d+\.\d+\.\d+$/)
  })
  it.each(Object.entries(guides))('of %s names parts that its code has', (name, { parts }) => {
    const code = readCode(name)
    expect(parts.map(([slot]) => slot).filter((slot) => !code.includes(`data-slot="${slot}"`) && !code.includes(`'data-slot': '${slot}'`))).toEqual([])
  })
  it('show every pair of a right and a wrong use, or say why there is none', () => {
    const stories = listStories('.').flatMap(({ id }) => (id.startsWith('pairs-') ? [id] : []))
    const shown = Object.values(guides).flatMap(({ pairs }) => (typeof pairs === 'string' ? [] : pairs))
    expect(shown.toSorted()).toEqual(stories.toSorted())
    expect(Object.entries(guides).filter(([, { pairs }]) => pairs.length < (typeof pairs === 'string' ? 20 : 1)).map(([name]) => name)).toEqual([])
  })
})

describe('the changelog', () => {
  const all = readChanges({
    '../../CHANGELOG.md': '# intercom-v0-kit\n\n## 0.3.0\n\n### Minor Changes\n\n- 1a2b3c4: CustomerCard: shows spend.\n\n## 0.2.0\n\n- 5a6b7c8: ConversationList: is faster.\n- 5a6b7c9: CustomerCard: is new.\n',
    '../../.changeset/odd-name.md': "---\n'intercom-v0-kit': patch\n---\n\nHelpButton: says\nmore.\n",
  })
  it('begins with changesets, and has entries in the order of versions', () => {
    expect(all.map(({ version }) => version)).toEqual(['the next version', '0.3.0', '0.2.0', '0.2.0'])
  })
  it('knows the last change of a component', () => {
    expect(findLastChange('CustomerCard', all)).toEqual({ version: '0.3.0', text: 'shows spend.' })
    expect(findLastChange('HelpButton', all)).toEqual({ version: 'the next version', text: 'says more.' })
    expect(findLastChange('Toaster', all)).toBeUndefined()
  })
})
