/** Compares the built SKILL.md and llms.txt with Storybook's manifest. Both list props, read by different programs. */
import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { componentsOf, shapesOf } from '../../.storybook/skill/props.ts'
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
  for (const name of ['SKILL.md', 'llms.txt']) text[name] = readFileSync(`${folder}/${name}`, 'utf8')
})

function findSection(file: string, component: string): string {
  const start = file.indexOf(`\n#### ${component}\n`)
  return start < 0 ? '' : file.slice(start, file.indexOf('\n#', start + 6))
}

describe.each(['SKILL.md', 'llms.txt'])('%s', (name) => {
  test('lists every component with stories, and every prop that Storybook finds', () => {
    const withProps = manifest.filter(({ reactDocgen }) => Object.keys(reactDocgen?.props ?? {}).length > 0)
    expect(withProps.length).toBeGreaterThan(10)
    const copyable = new Set(itemRows.flatMap((row) => getComponent(row)?.replace(/^.*\/|\.tsx?$/g, '') ?? []))
    const kebab = (pascal: string) => pascal.replace(/\B([A-Z])/g, '-$1').toLowerCase()
    const missing = withProps.filter((each) => copyable.has(kebab(each.name))).flatMap(({ name: component, reactDocgen }) => {
      const section = findSection(text[name]!, component)
      if (!section) return [component]
      return Object.keys(reactDocgen!.props!).filter((prop) => !section.includes(`- \`${prop}`)).map((prop) => `${component}.${prop}`)
    })
    expect(missing).toEqual([])
  })
  test('lists every item with its command, every hook, route and token', () => {
    for (const row of itemRows) expect(text[name]).toContain(`/r/${row.name}.json\``)
    for (const route of ['GET /api/intercom/conversations', 'POST /api/intercom/events']) expect(text[name]).toContain(`\`${route}\``)
    for (const hook of ['useConversations', 'useIntercom', 'useAutosave', 'createIntercomRoutes']) expect(text[name]).toMatch(new RegExp(`- \`${hook}\` \\w.*\\.\\n`))
    for (const token of ['status-unread', 'status-note-surface', 'muted-foreground']) expect(text[name]).toContain(`\`${token}\``)
  })
})

test('starts SKILL.md with its front matter', () => {
  const [, head] = /^---\n([\s\S]*?)\n---\n/.exec(text['SKILL.md']!) ?? []
  expect(parse(head!)).toEqual({ name: 'intercom-v0-kit', description: expect.stringMatching(/^React components.*Use it when/) })
})

test('reads a prop with its type, its docstring and its inherited props', () => {
  const shapes = shapesOf([
    "export interface Images {\n  /** Called when. */\n  onImage?: (src: string) => void\n}",
    "type Own = Images & {\n  /** A kind. */\n  kind: 'a' | 'b'\n}\ninterface RowProps extends React.ComponentProps<'li'>, Own {\n  /**\n   * How many,\n   * at most {@link Images}.\n   */\n  count: number\n}",
  ])
  expect(componentsOf('interface OwnProps { id: string }\ninterface RowProps extends OwnProps {}\nexport function Row() {}', shapesOf(['interface OwnProps { other: string }']))).toEqual([
    { name: 'Row', text: '', root: undefined, props: [{ name: 'id', isRequired: true, type: 'string', text: '' }] },
  ])
  expect(componentsOf('/** A row. */\nfunction Row() {}\nfunction Hidden() {}\nexport { Row, type RowProps }', shapes)).toEqual([
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
