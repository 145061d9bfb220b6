/** `npm run new:component -- quick-note`: every file that a component needs, its words in each language, its row in the registry. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { filesOf, localeTablesOf, rowOf, type Names } from './templates.ts'

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')
const table = '.storybook/registry/items.ts'

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
if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name)) fail(`"${name}" is no name for a file here: lower-case words with - between them, such as quick-note.`)
// The CLI takes an import of `@/components/intercom/ui-note` for one of the folder ui.
if (/^(?:ui|lib|hooks|components)/.test(name)) fail(`No name may begin with ui, lib, hooks or components: shadcn's command line tool takes it for that folder.`)
if (name.endsWith('-view')) fail(`"${name}" is the name of a view: give the component's, and its view comes with it.`)

const names = namesOf(name)
const files = filesOf(names)
const taken = [...files.keys()].find((path) => existsSync(`${root}/${path}`))
if (taken) fail(`${taken} is there already. Nothing was written.`)

/** What goes into a file that is there, and the line before which it goes. */
const insertions: [path: string, text: string, mark: string][] = [
  ...[...localeTablesOf(names)].map(([path, text]): [string, string, string] => [path, text, '} satisfies Record<string, MessageTable>']),
  [table, rowOf(names), "  hook('use-conversations'"],
]
const changed = new Map(
  insertions.map(([path, text, mark]) => {
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
  console.log(`${path} (added to)`)
}
console.log(`\nIt shows a customer's name, in every state, as an example. Next: npm run storybook, Inbox/${names.pascal}.`)
