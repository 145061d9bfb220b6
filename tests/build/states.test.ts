/** Checks the index of the built Storybook for a story of every state of every component. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { kinds, buildStateMatrix, type ShownStory } from '../../stories/foundations/required-states.ts'

const index = 'storybook-static/index.json'

function stories(): ShownStory[] {
  if (!existsSync(index)) throw new Error('Storybook is not built. Run npm run build-storybook first.')
  const { entries } = JSON.parse(readFileSync(index, 'utf8')) as {
    entries: Record<string, { type: string; subtype?: string; title: string; exportName: string }>
  }
  return Object.values(entries).filter(({ type, subtype }) => type === 'story' && subtype !== 'test')
}

const listMissing = (list: readonly ShownStory[]) =>
  buildStateMatrix(list).flatMap(({ rows }) => rows.flatMap(({ component, lacking: states }) => states.map((state) => `${component}: ${state}`)))

describe('the stories', () => {
  it('shows every component in every state', () => {
    expect(listMissing(stories())).toEqual([])
  })

  it('covers more than ten components', () => {
    expect(buildStateMatrix(stories()).flatMap(({ rows }) => rows).length).toBeGreaterThan(10)
  })
})

describe('missing states', () => {
  it.each(kinds.flatMap(({ components, states }) => components.map((component) => [component, states.at(-1)!] as const)))(
    'reports that %s lacks the story %s',
    (component, state) => {
      const without = stories().filter(({ title, exportName }) => !(title.startsWith(component) && exportName === state))
      expect(listMissing(without)).toEqual([`${component}: ${state}`])
    },
  )

  it('reports a new component with one story', () => {
    const more = [...stories(), { title: 'Inbox/SomethingNew', exportName: 'Default' }]
    expect(listMissing(more)).toEqual(['Inbox/SomethingNew: Dark', 'Inbox/SomethingNew: Phone', 'Inbox/SomethingNew: RightToLeft'])
  })
})
