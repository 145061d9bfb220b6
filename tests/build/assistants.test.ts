/** Compares the built SKILL.md and llms.txt with Storybook's manifest. Both list props, read by different programs. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readComponents, readShapes } from '../../.storybook/skill/props.ts'
import { itemRows } from '../../.storybook/registry/items.ts'
import { getComponent } from '../../.storybook/registry/stories.ts'

const folder = 'storybook-static'

interface Described {
  name: string
  reactDocgen?: { props?: Record<string, unknown> }
}

let manifest: Described[] = []
const text: Record<string, string> = {}
beforeAll(() => {
  if (!existsSync(`${folder}/manifests/components.json`)) throw new Error('Storybook is not built. Run npm run build-storybook first.')
  manifest = Object.values(JSON.parse(readFileSync(`${folder}/manifests/components.json`, 'utf8')).components)
  for (const name of ['SKILL.md', 'components', 'engine', 'api-routes', 'theming'].map((each) => (each.includes('.') ? each : `references/${each}.md`))) text[name] = readFileSync(`${folder}/${name}`, 'utf8')
})

function findSection(file: string, component: string): string {
  const start = file.indexOf(`\n#### ${component}\n`)
  return start < 0 ? '' : file.slice(start, file.indexOf('\n#', start + 6))
}

test('the reference has every component with stories, with every prop that Storybook finds', () => {
  const components = text['references/components.md']!
  const withProps = manifest.filter(({ reactDocgen }) => Object.keys(reactDocgen?.props ?? {}).length > 0)
  expect(withProps.length).toBeGreaterThan(10)
  const copyable = new Set(itemRows.flatMap((row) => getComponent(row)?.replace(/^.*\/|\.tsx?$/g, '') ?? []))
  const kebab = (pascal: string) => pascal.replace(/\B([A-Z])/g, '-$1').toLowerCase()
  const missing = withProps.filter((each) => copyable.has(kebab(each.name))).flatMap(({ name: component, reactDocgen }) => {
    const section = findSection(components, component)
    if (!section) return [component]
    return Object.keys(reactDocgen!.props!).filter((prop) => !section.includes(`- \`${prop}`)).map((prop) => `${component}.${prop}`)
  })
  expect(missing).toEqual([])
})

test('the references have every item with its command, every hook, route and token', () => {
  for (const row of itemRows) expect(text['references/components.md']).toContain(`/r/${row.name}.json\``)
  for (const route of ['GET /api/intercom/conversations', 'POST /api/intercom/events']) expect(text['references/api-routes.md']).toContain(`\`${route}\``)
  for (const hook of ['useConversations', 'useIntercom', 'useAutosave', 'createIntercomRoutes']) expect(text['references/engine.md']).toMatch(new RegExp(`- \`${hook}\` \\w.*\\.\\n`))
  for (const token of ['status-unread', 'status-note-surface', 'muted-foreground']) expect(text['references/theming.md']).toContain(`\`${token}\``)
})

test('the skill can be found at the well-known address', () => {
  const { skills } = JSON.parse(readFileSync(`${folder}/.well-known/agent-skills/index.json`, 'utf8'))
  const { name, description } = parse(/^---\n([\s\S]*?)\n---\n/.exec(text['SKILL.md']!)![1]!)
  const digest = `sha256:${createHash('sha256').update(text['SKILL.md']!).digest('hex')}`
  expect(skills).toEqual([{ name, description, type: 'skill-md', url: '../../SKILL.md', digest }])
})

test('starts SKILL.md with its front matter', () => {
  const [, head] = /^---\n([\s\S]*?)\n---\n/.exec(text['SKILL.md']!) ?? []
  expect(parse(head!)).toEqual({ name: 'intercom-v0-kit', description: expect.stringMatching(/^React components.*Use it when/) })
})

test('reads a prop with its type, its docstring and its inherited props', () => {
  const shapes = readShapes([
    "export interface Images {\n  /** Called when. */\n  onImage?: (src: string) => void\n}",
    "type Own = Images & {\n  /** A kind. */\n  kind: 'a' | 'b'\n}\ninterface RowProps extends React.ComponentProps<'li'>, Own {\n  /**\n   * How many,\n   * at most {@link Images}.\n   */\n  count: number\n}",
  ])
  expect(readComponents('interface OwnProps { id: string }\ninterface RowProps extends OwnProps {}\nexport function Row() {}', readShapes(['interface OwnProps { other: string }']))).toEqual([
    { name: 'Row', text: '', root: undefined, props: [{ name: 'id', isRequired: true, type: 'string', text: '' }] },
  ])
  expect(readComponents('/** A row. */\nfunction Row() {}\nfunction Hidden() {}\nexport { Row, type RowProps }', shapes)).toEqual([
    {
      name: 'Row', text: 'A row.', root: 'li',
      props: [
        { name: 'onImage', isRequired: false, type: '(src: string) => void', text: 'Called when.' },
        { name: 'kind', isRequired: true, type: "'a' | 'b'", text: 'A kind.' },
        { name: 'count', isRequired: true, type: 'number', text: 'How many, at most Images.' },
      ],
    },
  ])
})
