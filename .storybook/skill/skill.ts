/** `SKILL.md` and `llms.txt`: the kit for assistants, made of what the docs are made of. */
import type { ItemRow } from '../registry/items.ts'
import type { Sources } from '../registry/registry.ts'
import { cssVarsOf } from '../registry/tokens.ts'
import { componentsOf, shapesOf, type Documented } from './props.ts'
import { donts, dos } from './rules.ts'

/** A route, as `record.ts` describes it. */
export interface RouteLine {
  method: string
  path: string
  summary: string
  /** Who may ask. */
  allow: string
}

const bullets = (lines: readonly string[]) => lines.map((line) => `- ${line}\n`).join('')

function componentText({ name, text, props, root }: Documented): string {
  const lines = props.map(({ name: prop, isRequired, type, text: words }) => `\`${prop}${isRequired ? '' : '?'}: ${type}\` ${words}`)
  const native = root ? [`The native props of \`${root}\`, and \`className\`.`] : []
  return `#### ${name}\n\n${text}\n\n${bullets([...lines, ...native])}\n`
}

function itemText(row: ItemRow, { files, baseUrl }: Sources, shapes: ReturnType<typeof shapesOf>): string {
  const entries = row.entries.filter((file) => file.startsWith('src/components/'))
  const components = entries.flatMap((file) => componentsOf(files.get(file)?.code ?? '', shapes).map((each) => ({ ...each, file })))
  const imports = components.map(({ name, file }) => `import { ${name} } from '@/${file.slice(4).replace(/\.tsx$/, '')}'`)
  return [
    `### ${row.title}\n\n${row.description}\n\n`,
    `\`npx shadcn@latest add ${baseUrl}/r/${row.name}.json\`\n\n`,
    row.docs ? `${row.docs}\n\n` : '',
    imports.length ? `\`\`\`ts\n${imports.join('\n')}\n\`\`\`\n\n` : '',
    ...components.map(componentText),
  ].join('')
}

function tokens(css: string): string {
  const theme = [...css.matchAll(/^ {2}--color-([\w-]+): var/gm)].map(([, name]) => name)
  const own = Object.keys(cssVarsOf(css).light)
  return [
    'Colours are CSS variables, light and dark, used by name: `bg-card`, `text-muted-foreground`, `border-border`.\n\n',
    `shadcn/ui's, which keep the app's values: ${theme.map((name) => `\`${name}\``).join(', ')}.\n\n`,
    `The kit's own, which an item brings along: ${own.map((name) => `\`${name}\``).join(', ')}. A status has a strong colour for text and icons, and a surface behind that text.\n\n`,
  ].join('')
}

function body(sources: Sources, routes: readonly RouteLine[]): string {
  const { rows, files, css } = sources
  const shapes = shapesOf([...files.values()].map(({ code }) => code))
  const of = (...types: ItemRow['type'][]) => rows.filter(({ type }) => types.includes(type))
  const text = (row: ItemRow) => itemText(row, sources, shapes)
  return [
    `## Do\n\n${bullets(dos)}\n## Do not\n\n${bullets(donts)}\n`,
    `## Blocks\n\n${of('registry:block').map(text).join('')}`,
    `## Components\n\n${of('registry:component').map(text).join('')}`,
    `## Hooks and the rest\n\n${of('registry:hook', 'registry:lib').map(text).join('')}`,
    "## Contracts\n\nThe app's own routes. Types and zod schemas of what each takes and answers are in `lib/intercom/contracts`.\n\n",
    bullets(routes.map(({ method, path, summary, allow }) => `\`${method} ${path}\` ${summary} For ${allow}.`)),
    '\nEvery failure is `{ error: { code, message, request_id, retry_after?, fields? } }`.\n\n',
    `## Tokens\n\n${tokens(css)}`,
  ].join('')
}

const summary = 'React components, hooks and API routes that put Intercom into a V0 or Next.js product: Messenger, support inbox, account settings.'

const when = 'Use it when an app needs a help button, a chat banner, a support inbox or customer data from Intercom.'

/**
 * Makes both files.
 *
 * @param routes the app's own routes
 * @returns their texts by their names
 */
export function assistantFiles(sources: Sources, routes: readonly RouteLine[]): Record<'SKILL.md' | 'llms.txt', string> {
  const text = body(sources, routes).trimEnd()
  const { baseUrl } = sources
  const head = `---\nname: intercom-v0-kit\ndescription: ${JSON.stringify(`${summary} ${when}`)}\n---\n\n`
  const how = `Items are copied with the shadcn command line tool into a Next.js project that has a \`components.json\`. Each has a page in ${baseUrl}/, and a version for v0 that needs nothing else at ${baseUrl}/r/v0/<name>.json.\n\n`
  return {
    'SKILL.md': `${head}# Intercom kit\n\n${how}${text}\n`,
    'llms.txt': `# intercom-v0-kit\n\n> ${summary}\n\n${how}${text}\n`,
  }
}
