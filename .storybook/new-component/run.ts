/** `npm run new:component -- quick-note`: creates the files, strings and registry entry of a component. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildFiles, buildInsertions, type Names } from './templates.ts'

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}

function toNames(kebab: string): Names {
  const parts = kebab.split('-')
  const pascal = parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('')
  const words = parts.join(' ')
  return {
    kebab,
    pascal,
    camel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    words: words.charAt(0).toUpperCase() + words.slice(1),
  }
}

const [name, ...rest] = process.argv.slice(2)
if (!name || rest.length > 0) fail('Pass one name: npm run new:component -- quick-note')
if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name)) fail(`"${name}" is not a valid name. Use lower-case words joined by hyphens, such as quick-note.`)
if (name.endsWith('-view') || name.endsWith('-views')) fail(`"${name}" ends in -view. Pass the component's name; its view is created with it.`)

const names = toNames(name)
const files = buildFiles(names)
const taken = [...files.keys()].find((path) => existsSync(`${root}/${path}`))
if (taken) fail(`${taken} already exists. No file was written.`)

const changed = new Map(
  buildInsertions(names).map(([path, text, mark]) => {
    const before = readFileSync(`${root}/${path}`, 'utf8')
    if (!before.includes(mark)) fail(`${path} has no line "${mark.trim()}" to insert before. No file was written.`)
    return [path, before.replace(mark, () => text + mark)]
  }),
)

for (const [path, text] of files) {
  mkdirSync(dirname(`${root}/${path}`), { recursive: true })
  writeFileSync(`${root}/${path}`, text)
  console.log(path)
}
for (const [path, text] of changed) {
  writeFileSync(`${root}/${path}`, text)
  console.log(`${path} (changed)`)
}
console.log(`\nNext: run npm run storybook and open Inbox/${names.pascal}. The example shows a customer's name.`)
