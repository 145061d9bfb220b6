/** Checks the paths on the Contributing page. */
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const page = readFileSync('stories/contributing/contributing.mdx', 'utf8')
const roots = ['src', 'src/kit', 'src/components/intercom']

test('names only files that exist', () => {
  const named = [...page.matchAll(/`((?:src|mocks|tests|\.storybook|\.github)\/[\w./-]+)`/g)].map(([, path]) => path!)
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter((path) => !existsSync(path))).toEqual([])
})

test('draws each data flow with existing files, at most 20 of them', () => {
  const flows = [...page.matchAll(/```\n([\s\S]*?)```/g)].map(([, flow]) => flow!.split('\n').flatMap((line) => /^[\w[][\w./[\]-]*\.tsx?/.exec(line)?.[0] ?? []))
  expect(flows).toHaveLength(2)
  for (const files of flows) {
    expect(files.length).toBeGreaterThan(5)
    expect(files.length).toBeLessThanOrEqual(20)
    expect(files.filter((file) => !roots.some((root) => existsSync(`${root}/${file}`)))).toEqual([])
  }
})
