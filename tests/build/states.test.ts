/** Every component is shown in every state that it can be in: held against the index of the built Storybook. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { kinds, buildStateMatrix, type ShownStory } from '../../stories/foundations/required-states.ts'

const index = 'storybook-static/index.json'

function stories(): ShownStory[] {
  if (!existsSync(index)) throw new Error('There is no built Storybook: run npm run build-storybook first.')
  const { entries } = JSON.parse(readFileSync(index, 'utf8')) as {
    entries: Record<string, { type: string; subtype?: string; title: string; exportName: string }>
  }
  return Object.values(entries).filter(({ type, subtype }) => type === 'story' && subtype !== 'test')
}

const lacking = (list: readonly ShownStory[]) =>
  buildStateMatrix(list).flatMap(({ rows }) => rows.flatMap(({ component, lacking: states }) => states.map((state) => `${component}: ${state}`)))

describe('the stories', () => {
  it('show every component in every state', () => {
    expect(lacking(stories())).toEqual([])
  })

  it('are those of more than ten components', () => {
    expect(buildStateMatrix(stories()).flatMap(({ rows }) => rows).length).toBeGreaterThan(10)
  })
})

describe('a state is missed', () => {
  it.each(kinds.flatMap(({ components, states }) => components.map((component) => [component, states.at(-1)!] as const)))(
    'where %s has no story %s',
    (component, state) => {
      const without = stories().filter(({ title, exportName }) => !(title.startsWith(component) && exportName === state))
      expect(lacking(without)).toEqual([`${component}: ${state}`])
    },
  )

  it('where a component is new and has one story', () => {
    const more = [...stories(), { title: 'Inbox/SomethingNew', exportName: 'Default' }]
    expect(lacking(more)).toEqual(['Inbox/SomethingNew: Dark', 'Inbox/SomethingNew: Phone', 'Inbox/SomethingNew: RightToLeft'])
  })
})
