import { Heading } from '@storybook/addon-docs/blocks'
import * as React from 'react'
import { StoryLink } from './story-link.tsx'

/** An entry of Storybook's `index.json`. */
interface Entry {
  id: string
  title: string
  name: string
  type: string
  tags?: string[]
}

interface BehaviourLinksProps {
  /** Title of the component. Nested titles belong to it. */
  title: string
}

/** Links to the stories that test a component's behaviour. A docs page doesn't embed them, since they act on their own. */
export function BehaviourLinks({ title }: BehaviourLinksProps) {
  const [stories, setStories] = React.useState<Entry[]>([])
  React.useEffect(() => {
    let isGone = false
    void fetch('index.json').then(async (response) => {
      const { entries } = (await response.json()) as { entries: Record<string, Entry> }
      const found = Object.values(entries).filter(
        (entry) => entry.type === 'story' && entry.tags?.includes('behaviour') && `${entry.title}/`.startsWith(`${title}/`),
      )
      if (!isGone) setStories(found)
    })
    return () => {
      isGone = true
    }
  }, [title])
  if (stories.length === 0) return null
  return (
    <section data-slot="behaviour-links">
      <Heading>Behaviour</Heading>
      <p>Each of these stories acts on its own and checks the result. They are hidden from the sidebar until its tag filter includes them.</p>
      <ul className="columns-2 max-sm:columns-1">
        {stories.map(({ id, name }) => (
          <li key={id}>
            <StoryLink id={id}>{name}</StoryLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
