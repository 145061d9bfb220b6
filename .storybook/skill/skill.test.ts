import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { itemRows } from '../registry/items.ts'
import { buildRegistry, readSources } from '../registry/registry.ts'
import { rules } from './rules.ts'
import { buildAssistantFiles } from './skill.ts'

const sources = { ...readSources('^0.1.0'), baseUrl: 'https://kit.example' }
const files = buildAssistantFiles(sources)
const { 'SKILL.md': skill = '', 'llms.txt': index = '' } = files
const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: Record<string, unknown> }

describe('SKILL.md', () => {
  it('has at most 200 lines', () => {
    expect(skill.split('\n').length).toBeLessThanOrEqual(200)
  })
  it('lists every item and all five rules', () => {
    for (const { name } of itemRows) expect(skill).toContain(`| \`${name}\` |`)
    expect(rules).toHaveLength(5)
    for (const { title } of rules) expect(skill).toContain(`. ${title}\n`)
  })
  it('lists only import paths that the package exports', () => {
    const paths = [...skill.matchAll(/^\| `intercom-v0-kit\/([\w/-]+)`/gm)].map(([, path]) => path!)
    expect(paths.length).toBeGreaterThan(7)
    expect(paths.filter((path) => !(`./${path.replace(/^strings\/.*/, 'strings/*')}` in exports))).toEqual([])
  })
  it('links only to references that exist', () => {
    const links = [...skill.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link!)
    expect(links.length).toBeGreaterThan(3)
    expect(links.filter((link) => !(link in files))).toEqual([])
  })
})

describe('llms.txt', () => {
  it('links to every item and reference', () => {
    const links = [...index.matchAll(/\]\(https:\/\/kit\.example\/([^)]*)\)/g)].map(([, link]) => link!)
    const items = buildRegistry(sources).map(({ name }) => `r/${name}.json`)
    expect(links.sort()).toEqual([...items, ...Object.keys(files).filter((file) => file.endsWith('.md')), 'registry.json', ''].sort())
  })
})
