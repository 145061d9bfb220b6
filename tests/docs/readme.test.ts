import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const readme = readFileSync('README.md', 'utf8')
const { scripts, name, exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>
  name: string
  exports: Record<string, unknown>
}

test('links to existing files in the README', () => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path]) => path!)
  expect(links.length).toBeGreaterThan(10)
  expect(links.filter((path) => !existsSync(path))).toEqual([])
})

test('names existing scripts in the README', () => {
  const commands = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(([, command]) => command!)
  expect(commands.filter((command) => !(command in scripts))).toEqual([])
})

test('imports from entries of the package in the README', () => {
  const imports = [...readme.matchAll(new RegExp(`'${name}(/[\\w/-]+)'`, 'g'))].map(([, path]) => `.${path}`)
  expect(imports.length).toBeGreaterThan(1)
  expect(imports.filter((entry) => !(entry in exports))).toEqual([])
})

test('keeps the README within 700 words, with its three commands in the first 40 lines', () => {
  expect(readme.split(/\s+/).length).toBeLessThanOrEqual(700)
  const top = readme.split('\n').slice(0, 40).join('\n')
  for (const command of ['npm run storybook', 'npm test', 'npx shadcn@latest add']) expect(top).toContain(command)
})
