/** Holds the names of the stories, as the sidebar shows them. */
import { globSync, readFileSync } from 'node:fs'
import { storyNameFromExport } from 'storybook/internal/csf'
import { loadCsf } from 'storybook/internal/csf-tools'
import { describe, expect, it } from 'vitest'

/** Finds names in title case, long names and names that appear twice in a file. */
function findProblems(fileName: string, code: string): string[] {
  const { indexInputs: stories } = loadCsf(code, { fileName, makeTitle: (title) => title ?? '' }).parse()
  const names = stories.map(({ name }) => name)
  return stories.flatMap(({ exportName, name = '' }) => [
    ...(/ /.test(name) && name === storyNameFromExport(exportName) ? [`${exportName} has no name in sentence case`] : []),
    ...(name.length > 40 ? [`"${name}" has more than 40 characters`] : []),
    ...(names.indexOf(name) < names.lastIndexOf(name) ? [`"${name}" appears twice`] : []),
  ])
}

const head = "const meta = preview.meta({ title: 'A/B' })\n"

describe('story names', () => {
  it.each(globSync('stories/**/*.stories.tsx').sort())('are short, distinct and in sentence case in %s', (file) => {
    expect(findProblems(file, readFileSync(file, 'utf8'))).toEqual([])
  })

  it.each([
    ['export const RateLimited = meta.story({})', ['RateLimited has no name in sentence case']],
    [`export const Long = meta.story({ name: '${'a'.repeat(41)}' })`, [`"${'a'.repeat(41)}" has more than 40 characters`]],
    ["export const A = meta.story({ name: 'B' })\nexport const B = meta.story({})", ['"B" appears twice', '"B" appears twice']],
    ["export const RateLimited = meta.story({ name: 'Rate limited' })", []],
  ])('reports %s', (code, problems) => {
    expect(findProblems('a.stories.tsx', `import preview from './preview'\n${head}${code}\n`)).toEqual(problems)
  })
})
