/** `npm run new:component -- quick-note`: writes every file of a component, its strings in each language, and its row in the registry. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { filesOf, insertionsOf, type Names } from './templates.ts'

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}

function namesOf(kebab: string): Names {
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
if (!name || rest.length > 0) fail('Give the component one name: npm run new:component -- quick-note')
if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name)) fail(`"${name}" is not a file name: use lower-case words joined by -, such as quick-note.`)
if (name.endsWith('-view') || name.endsWith('-views')) fail(`"${name}" names a view: give the component's name, and its view comes with it.`)

const names = namesOf(name)
const files = filesOf(names)
const taken = [...files.keys()].find((path) => existsSync(`${root}/${path}`))
if (taken) fail(`${taken} exists already. Nothing was written.`)

const changed = new Map(
  insertionsOf(names).map(([path, text, mark]) => {
    const before = readFileSync(`${root}/${path}`, 'utf8')
    if (!before.includes(mark)) fail(`${path} has no line "${mark.trim()}", before which the new rows go. Nothing was written.`)
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
console.log(`\nAs an example it shows a customer's name, in every state. Next: npm run storybook, Inbox/${names.pascal}.`)
