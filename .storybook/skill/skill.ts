/** `SKILL.md` and `llms.txt`: the kit for assistants, made of what the docs are made of. */
import { globSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIntercomRoutes, listRoutes } from '../../src/kit/server/index.ts'
import type { ItemRow } from '../registry/items.ts'
import type { Sources } from '../registry/registry.ts'
import { getComponent } from '../registry/stories.ts'
import { readCssVars } from '../registry/tokens.ts'
import { readComponents, readSummary, readShapes, type Documented } from './props.ts'
import { donts, dos } from './rules.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))

/** The engine's files, by their path. */
function readEngine(): Map<string, string> {
  const files = globSync('src/kit/**/*.{ts,tsx}', { cwd: project }).map((file) => file.replaceAll('\\', '/')).filter((file) => !file.includes('.test.'))
  return new Map(files.sort().map((file) => [file, readFileSync(project + file, 'utf8')]))
}

const bullets = (lines: readonly string[]) => lines.map((line) => `- ${line}\n`).join('')

function componentText({ name, text, props, root }: Documented): string {
  const lines = props.map(({ name: prop, isRequired, type, text: words }) => `\`${prop}${isRequired ? '' : '?'}: ${type}\` ${words}`)
  const native = root ? [`The native props of \`${root}\`, and \`className\`.`] : []
  return `#### ${name}\n\n${text}\n\n${bullets([...lines, ...native])}\n`
}

function itemText(row: ItemRow, { files, baseUrl }: Sources, shapes: ReturnType<typeof readShapes>): string {
  const file = getComponent(row)
  const components = file ? readComponents(files.get(file)!.code, shapes) : []
  const names = components.map(({ name }) => name).join(', ')
  return [
    `### ${row.title}\n\n${row.description}\n\n`,
    `\`npx shadcn@latest add ${baseUrl}/r/${row.name}.json\`\n\n`,
    row.docs ? `${row.docs}\n\n` : '',
    file ? `\`\`\`ts\nimport { ${names} } from '@/${file.slice(4).replace(/\.tsx$/, '')}'\n\`\`\`\n\n` : '',
    ...components.map(componentText),
  ].join('')
}

/** An import path of the engine: its components with their props, its other functions in a line each. */
function pathText(path: string, engine: ReadonlyMap<string, string>, shapes: ReturnType<typeof readShapes>): string {
  const index = engine.get(`src/kit/${path}/index.ts`) ?? ''
  const texts = [...index.matchAll(/^export \{([^}]+)\} from '([^']+)'/gm)].flatMap(([, names, from]) => {
    const code = engine.get(posix.join('src/kit', path, from!)) ?? ''
    const components = readComponents(code, shapes)
    return names!.split(',').map((name) => name.trim()).filter((name) => /^\w+$/.test(name)).flatMap((name) => {
      const component = components.find((each) => each.name === name)
      const text = readSummary(code, name)
      return component ? [componentText(component)] : text ? [`- \`${name}\` ${text}\n`] : []
    })
  })
  const lines = texts.filter((text) => text.startsWith('-'))
  return `### intercom-v0-kit/${path}\n\n${lines.join('')}\n${texts.filter((text) => !text.startsWith('-')).join('')}`
}

function tokens(css: string): string {
  const theme = [...css.matchAll(/^ {2}--color-([\w-]+): var/gm)].map(([, name]) => name)
  const own = Object.keys(readCssVars(css).light)
  return [
    'Colours are CSS variables, light and dark, used by name: `bg-card`, `text-muted-foreground`, `border-border`.\n\n',
    `shadcn/ui's, which keep the app's values: ${theme.map((name) => `\`${name}\``).join(', ')}.\n\n`,
    `The kit's own, which an item brings along: ${own.map((name) => `\`${name}\``).join(', ')}. A status has a strong colour for text and icons, and a surface behind that text.\n\n`,
  ].join('')
}

function routesText(): string {
  return bullets(listRoutes(buildIntercomRoutes()).map(({ method, path, summary = '', allow }) => {
    const callers = allow === 'signature' ? 'Intercom, by its signature' : allow.map((kind) => `${kind}s`).join(' and ')
    return `\`${method} ${path}\` ${summary} For ${callers}.`
  }))
}

function body(sources: Sources): string {
  const { rows, files, css } = sources
  const engine = readEngine()
  const shapes = readShapes([...engine.values(), ...[...files.values()].map(({ code }) => code)])
  const items = (type: ItemRow['type']) => rows.filter((row) => row.type === type).map((row) => itemText(row, sources, shapes)).join('')
  return [
    `## Do\n\n${bullets(dos)}\n## Do not\n\n${bullets(donts)}\n`,
    `## Blocks\n\nA block brings files that belong to the app (pages, the route, authorize.ts): add it once.\n\n${items('registry:block')}`,
    `## Components\n\nA component brings views alone: add it again to update it.\n\n${items('registry:component')}`,
    '## Engine\n\nInstalled with every item, as the package `intercom-v0-kit`.\n\n',
    ...['messenger', 'inbox', 'account', 'strings', 'rich-text', 'server'].map((path) => pathText(path, engine, shapes)),
    '## Routes\n\nMounted by `createIntercomRoutes()` in `app/api/intercom/[...path]/route.ts`. `intercom-v0-kit/contracts` has the zod schema and the types of each request and response.\n\n',
    routesText(),
    '\nThe block account-settings adds two of the app\'s own: `PATCH /api/account` and `POST /api/stripe/checkout`.\n',
    '\nEvery failure is `{ error: { code, message, request_id, retry_after?, fields? } }`.\n\n',
    `## Tokens\n\n${tokens(css)}`,
  ].join('')
}

const summary = 'React components to copy, with an engine to install, that put Intercom into a V0 or Next.js product: Messenger, support inbox, account settings.'

const when = 'Use it when an app needs a help button, a chat banner, a support inbox or customer data from Intercom.'

/** Makes both files, by their names. */
export function buildAssistantFiles(sources: Sources): Record<'SKILL.md' | 'llms.txt', string> {
  const text = body(sources).trimEnd()
  const { baseUrl } = sources
  const head = `---\nname: intercom-v0-kit\ndescription: ${JSON.stringify(`${summary} ${when}`)}\n---\n\n`
  const how = `Items are copied with the shadcn command line tool into a Next.js project that has a \`components.json\`. Each has a page in ${baseUrl}/, and a version for v0 that needs nothing else at ${baseUrl}/r/v0/<name>.json.\n\n`
  return {
    'SKILL.md': `${head}# Intercom kit\n\n${how}${text}\n`,
    'llms.txt': `# intercom-v0-kit\n\n> ${summary}\n\n${how}${text}\n`,
  }
}
