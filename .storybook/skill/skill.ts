/** Builds `SKILL.md`, its references and `llms.txt` from the registry and the docstrings. */
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildIntercomRoutes, listRoutes } from '../../src/kit/server/index.ts'
import type { ItemRow } from '../registry/items.ts'
import type { Sources } from '../registry/registry.ts'
import { getComponent } from '../registry/stories.ts'
import { readCssVars } from '../registry/tokens.ts'
import { readComponents, readSummary, readShapes, type Documented } from './props.ts'
import { rules } from './rules.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))

function readEngine(): Map<string, string> {
  const files = globSync('src/kit/**/*.{ts,tsx}', { cwd: project }).map((file) => file.replaceAll('\\', '/')).filter((file) => !file.includes('.test.'))
  return new Map(files.sort().map((file) => [file, readFileSync(project + file, 'utf8')]))
}

const toBullets = (lines: readonly string[]) => lines.map((line) => `- ${line}\n`).join('')

function formatComponent({ name, text, props, root }: Documented): string {
  const lines = props.map(({ name: prop, isRequired, type, text: description }) => `\`${prop}${isRequired ? '' : '?'}: ${type}\` ${description}`.trim())
  const native = root ? [`All native props of \`${root}\`, including \`className\`.`] : []
  return `#### ${name}\n\n${text}\n\n${toBullets([...lines, ...native])}\n`
}

function formatItem(row: ItemRow, { files, baseUrl }: Sources, shapes: ReturnType<typeof readShapes>): string {
  const file = getComponent(row)
  const components = file ? readComponents(files.get(file)!.code, shapes) : []
  const names = components.map(({ name }) => name).join(', ')
  return [
    `### ${row.title}\n\n${row.description}\n\n`,
    `\`npx shadcn@latest add ${baseUrl}/r/${row.name}.json\`\n\n`,
    row.docs ? `${row.docs}\n\n` : '',
    file ? `\`\`\`ts\nimport { ${names} } from '@/${file.slice(4).replace(/\.tsx$/, '')}'\n\`\`\`\n\n` : '',
    ...components.map(formatComponent),
  ].join('')
}

/** Documents an import path: components with their props, other functions with one line each. */
function formatPath(path: string, engine: ReadonlyMap<string, string>, shapes: ReturnType<typeof readShapes>): string {
  const index = engine.get(`src/kit/${path}/index.ts`) ?? ''
  const texts = [...index.matchAll(/^export \{([^}]+)\} from '([^']+)'/gm)].flatMap(([, names, from]) => {
    const code = engine.get(posix.join('src/kit', path, from!)) ?? ''
    const components = readComponents(code, shapes)
    return names!.split(',').map((name) => name.trim()).filter((name) => /^\w+$/.test(name)).flatMap((name) => {
      const component = components.find((each) => each.name === name)
      const text = readSummary(code, name)
      return component ? [formatComponent(component)] : text ? [`- \`${name}\` ${text}\n`] : []
    })
  })
  const lines = texts.filter((text) => text.startsWith('-'))
  return `### intercom-v0-kit/${path}\n\n${lines.join('')}\n${texts.filter((text) => !text.startsWith('-')).join('')}`
}

function formatTokens(css: string): string {
  const theme = [...css.matchAll(/^ {2}--color-([\w-]+): var/gm)].map(([, name]) => name)
  const own = Object.keys(readCssVars(css).light)
  return [
    'Colours are CSS variables with a light and a dark value. Use them by name: `bg-card`, `text-muted-foreground`, `border-border`.\n\n',
    `shadcn/ui's tokens keep the values of your app: ${theme.map((name) => `\`${name}\``).join(', ')}.\n\n`,
    `Items add the kit's own tokens: ${own.map((name) => `\`${name}\``).join(', ')}. Each status has a strong colour for text and icons, and a \`-surface\` for the background behind them.\n\n`,
  ].join('')
}

function formatRoutes(): string {
  return toBullets(listRoutes(buildIntercomRoutes()).map(({ method, path, summary = '', allow }) => {
    const callers = allow === 'signature' ? 'Intercom, verified by signature' : allow.map((kind) => `${kind}s`).join(' and ')
    return `\`${method} ${path}\` ${summary} For ${callers}.`
  }))
}

const summary = 'React components for Intercom in Next.js and v0 apps: Messenger, support inbox and account settings.'
const when = 'Use it when an app needs a help button, a chat banner, a support inbox, customer data from Intercom, or autosaving account settings.'

const importPaths: [path: string, use: string, runs: string][] = [
  ['messenger', '`IntercomProvider`, `IntercomSession`, `useIntercom`, `useTrackEvent`', 'browser'],
  ['inbox', 'Hooks for conversations, contacts, actions, drafts and live updates', 'browser'],
  ['account', '`useAutosave`, `useUpgrade` and other hooks for account pages', 'browser'],
  ['strings', '`LocaleProvider`, `useNow`, default strings and formatting', 'browser'],
  ['strings/de', 'Translations; also `/ar` and `/ja`', 'browser'],
  ['rich-text', '`parseRichText()`, `checkRichText()`', 'server and browser'],
  ['contracts', 'Zod schemas and types of every route', 'server; types anywhere'],
  ['server', '`createIntercomRoutes()` and parts for your own routes', 'server'],
  ['mocks', 'A mocked Intercom for tests and stories', 'tests'],
]

const references: [file: string, title: string, text: string][] = [
  ['components', 'Components', 'Copy command, next step, imports and props of every item.'],
  ['engine', 'Engine', 'Components, hooks and functions by import path.'],
  ['api-routes', 'API routes', 'Method, path and callers of every route, and the format of errors.'],
  ['theming', 'Theming', 'Colour tokens of shadcn/ui and of the kit.'],
]

function buildSkill({ rows, baseUrl }: Sources): string {
  const table = (type: ItemRow['type']) =>
    `| item | adds |\n| --- | --- |\n${rows.filter((row) => row.type === type).map(({ name, description }) => `| \`${name}\` | ${description} |\n`).join('')}`
  return `---
name: intercom-v0-kit
description: ${JSON.stringify(`${summary} ${when}`)}
---

# intercom-v0-kit

The shadcn CLI copies views into your app. Data hooks, API routes and the Messenger are installed with them, as the package
\`intercom-v0-kit\`. Requires React 19, Tailwind CSS 4, a \`components.json\` and, for the routes, the Next.js App Router.

## Set up

1. Add an item. This installs the engine and the shadcn/ui primitives that the app lacks:

   \`\`\`sh
   npx shadcn@latest add ${baseUrl}/r/support-inbox.json
   \`\`\`

2. Follow the next step that the CLI prints. [Components](references/components.md) lists it for every item.
3. Identify the signed-in user in \`lib/intercom/authorize.ts\`:

   \`\`\`ts
   import type { Principal } from 'intercom-v0-kit/server'
   import { getUser } from '@/lib/session'

   export async function authorize(): Promise<Principal | null> {
     const user = await getUser()
     return user && { kind: 'customer', userId: user.id }
   }
   \`\`\`

   Return \`{ kind: 'agent', adminId }\`, with the teammate's id in Intercom, for users of the support inbox.
4. Set the environment variables that the CLI added to \`.env.local\`.
5. Open \`GET /api/intercom/health\` in development. It reports which settings are missing.

## Select an item

Add a block for a complete screen. It includes files that your app owns (pages, routes, \`authorize.ts\`), so add it once.

${table('registry:block')}
Add a component to build your own page. It includes views only, so you can add it again to update it.

${table('registry:component')}
In v0, open \`${baseUrl}/r/v0/<name>.json\` instead. That version includes a mocked Intercom and needs no server.

## Rules

${rules.map(({ title, points }, index) => `### ${index + 1}. ${title}\n\n${toBullets(points)}`).join('\n')}
## Import paths

| import | contains | runs in |
| --- | --- | --- |
${importPaths.map(([path, use, runs]) => `| \`intercom-v0-kit/${path}\` | ${use} | ${runs} |\n`).join('')}| \`@/components/intercom/<name>\` | Copied views | browser |

## References

${toBullets(references.map(([file, title, text]) => `[${title}](references/${file}.md): ${text}`))}`
}

function buildIndex({ rows, baseUrl }: Sources): string {
  const list = (type: ItemRow['type']) =>
    toBullets(rows.filter((row) => row.type === type).map(({ name, title, description }) => `[${title}](${baseUrl}/r/${name}.json): ${description}`))
  return `# intercom-v0-kit

> ${summary} Views are copied with the shadcn CLI; hooks, API routes and the Messenger are installed as a package.

Add an item with \`npx shadcn@latest add ${baseUrl}/r/<name>.json\`.

## Guides

- [SKILL.md](${baseUrl}/SKILL.md): Setup, choice of items, rules and import paths.
${toBullets(references.map(([file, title, text]) => `[${title}](${baseUrl}/references/${file}.md): ${text}`))}
## Blocks

Blocks add a complete screen, with files that your app owns.

${list('registry:block')}
## Components

Components add views only and can be updated.

${list('registry:component')}
## Registry

- [registry.json](${baseUrl}/registry.json): Index of all items in shadcn's format.
- [Storybook](${baseUrl}/): Every component in every state, and the documentation.
`
}

/** Builds the index that lets `npx skills add <address>` find the skill: https://github.com/cloudflare/agent-skills-discovery-rfc */
function buildSkillIndex(skill: string): string {
  const read = (field: string) => new RegExp(`^${field}: (.+)$`, 'm').exec(skill)![1]!
  const entry = {
    name: read('name'), type: 'skill-md', description: JSON.parse(read('description')) as string, url: '../../SKILL.md',
    digest: `sha256:${createHash('sha256').update(skill).digest('hex')}`,
  }
  return `${JSON.stringify({ $schema: 'https://schemas.agentskills.io/discovery/0.2.0/schema.json', skills: [entry] }, null, 2)}\n`
}

/** Builds the files for assistants, by path. */
export function buildAssistantFiles(sources: Sources): Record<string, string> {
  const { rows, files, css } = sources
  const engine = readEngine()
  const shapes = readShapes([...engine.values(), ...[...files.values()].map(({ code }) => code)])
  const items = (type: ItemRow['type']) => rows.filter((row) => row.type === type).map((row) => formatItem(row, sources, shapes)).join('')
  const paths = ['messenger', 'inbox', 'account', 'strings', 'rich-text', 'server'].map((path) => formatPath(path, engine, shapes)).join('')
  const texts: Record<string, string> = {
    components: `## Blocks\n\n${items('registry:block')}## Components\n\n${items('registry:component')}`,
    engine: `Every item installs the package \`intercom-v0-kit\`.\n\n${paths}`,
    'api-routes': [
      '`createIntercomRoutes()` mounts these routes in `app/api/intercom/[...path]/route.ts`. `intercom-v0-kit/contracts` exports the schemas of requests and responses.\n\n',
      formatRoutes(),
      '\nThe block `account-settings` adds two routes that your app owns: `PATCH /api/account` and `POST /api/stripe/checkout`.\n\n',
      'Every error has the body `{ error: { code, message, request_id, retry_after?, fields? } }`.\n',
    ].join(''),
    theming: formatTokens(css),
  }
  const skill = buildSkill(sources)
  return {
    'SKILL.md': skill,
    '.well-known/agent-skills/index.json': buildSkillIndex(skill),
    'llms.txt': buildIndex(sources),
    ...Object.fromEntries(references.map(([file, title]) => [`references/${file}.md`, `# ${title}\n\n${texts[file]!.trim()}\n`])),
  }
}
