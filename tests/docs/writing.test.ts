import { execFileSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { blankMarkup, findWordingFaults } from '../lint/wording.ts'
import { findRepeated, listCode, readDocstrings } from './comments.ts'

const folders = ['src', 'mocks', '.storybook', 'stories', 'tests']
const pages = globSync(['README.md', 'stories/**/*.mdx', 'storybook-static/{SKILL.md,llms.txt}'])

function findPageFaults(page: string): string[] {
  const plain = blankMarkup(page)
  return findWordingFaults(plain).map(({ found, index }) => `${plain.slice(0, index).split('\n').length}: ${found}`)
}

describe('docstrings', () => {
  it('says nothing twice', () => {
    expect(findRepeated(readDocstrings(folders.flatMap(listCode)))).toEqual([])
  })

  it('finds a docstring that two files share', () => {
    const docstrings = [{ place: 'a.ts:1', text: 'Id of the\ntag.' }, { place: 'b.ts:2', text: 'Id of the tag.' }, { place: 'b.ts:3', text: 'Id.' }]
    expect(findRepeated(docstrings)).toEqual(['Id of the tag.  a.ts:1, b.ts:2'])
  })
})

describe('pages', () => {
  it.each(pages)('has no noun-clause opener and no banned word in %s', (page) => {
    expect(findPageFaults(readFileSync(page, 'utf8'))).toEqual([])
  })

  it('reads prose, and skips code, tags, imports, table headers and headings', () => {
    const page = [
      "import { nobody } from './x'", '## How it works', '| What | Where |', '| --- | --- |', '| `id` | a number |', '',
      '<Table of="whoever" />', '`whom`', '```ts', '// nobody', '```', 'See [roles](#whom).',
    ].join('\n')
    expect(findPageFaults(page)).toEqual([])
    expect(findPageFaults('## Who somebody is\n\nWhat happens:\n\n- Where it is empty\n- nobody\n\n| a | it stands |')).toEqual([
      '1: somebody', '3: What', '5: Where', '6: nobody', '8: stands',
    ])
  })
})

/** The commit before the first one that has to follow Conventional Commits. */
const base = '8708a23'

const types = 'build|chore|ci|docs|feat|fix|perf|refactor|revert|style|test'

/** Finds a fault of a commit subject: `type(scope): imperative`, lower case, at most 72 characters. */
function findSubjectFault(subject: string): string | undefined {
  const [, verb] = new RegExp(`^(?:${types})(?:\\([\\w./-]+\\))?!?: ([a-z][\\w'-]*) \\S`).exec(subject) ?? []
  if (!verb) return 'is not "type(scope): imperative"'
  if (subject.length > 72) return 'has more than 72 characters'
  if (subject.endsWith('.')) return 'ends with a full stop'
  if (/(?:ing|ed)$/.test(verb) && !/^(?:bring|embed|feed|need|seed|speed)$/.test(verb)) return `starts with "${verb}", not an imperative`
  if (/[^su]s$/.test(verb)) return `starts with "${verb}", not an imperative`
  return undefined
}

const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })

function readSubjects(): string[] | undefined {
  if (!existsSync('.git')) return undefined
  try {
    git('merge-base', '--is-ancestor', base, 'HEAD')
    return git('log', '--no-merges', '--format=%s', `${base}..HEAD`).split('\n').filter(Boolean)
  } catch {
    return undefined
  }
}

describe('commits', () => {
  it('has Conventional Commits for subjects', ({ skip }) => {
    const subjects = readSubjects()
    if (!subjects) return skip(`The history since ${base} is missing: a shallow clone or no repository.`)
    expect(subjects.filter(findSubjectFault)).toEqual([])
  })

  it.each([
    'fix(thread): keep scroll position when older messages load', 'docs: lead with the commands', 'feat(api)!: pass `ids` on',
    'refactor(.storybook/registry): focus the list', "fix(thread): don't jump to the end",
  ])('accepts "%s"', (subject) => {
    expect(findSubjectFault(subject)).toBeUndefined()
  })

  it.each([
    'Fix the thread', 'fix(thread) keep it', 'wip: keep it', 'fix: Keep it short', 'fix(thread): keeps it', 'fix(thread): kept.',
    'fix(thread): keep it.', 'fix(thread): fixed a race', 'fix(thread): fixing races', `fix(thread): keep ${'x'.repeat(72)}`,
  ])('refuses "%s"', (subject) => {
    expect(findSubjectFault(subject)).toBeDefined()
  })
})
