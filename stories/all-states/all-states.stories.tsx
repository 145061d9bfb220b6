import * as React from 'react'
import stories from 'virtual:story-list'
import { storyNameFromExport } from 'storybook/internal/csf'
import { expect } from 'storybook/test'
import { StoryLink } from '../../.storybook/docs/story-link.tsx'
import preview from '../../.storybook/preview'
import { buildStateMatrix, type ComponentRow } from './required-states.ts'

/** Looks of the pictures that `npm run thumbnails` takes, with their file names. */
const looks = {
  Light: (id: string) => `${id}--light-1280.png`,
  Dark: (id: string) => `${id}--dark-1280.png`,
  Phone: (id: string) => `${id}--light-375.png`,
  'Right to left': (id: string) => `rtl/${id}--light-1280.png`,
}

type Look = keyof typeof looks

/** Formats a state in sentence case. */
function formatState(state: string): string {
  const name = storyNameFromExport(state)
  return name.charAt(0) + name.slice(1).toLowerCase()
}

/** File names of the pictures beside this page. Empty if the build has none. */
function usePictures(): ReadonlySet<string> {
  const [pictures, setPictures] = React.useState<ReadonlySet<string>>(new Set())
  React.useEffect(() => {
    fetch('thumbnails/index.json')
      .then((response) => response.json())
      .then((files: string[]) => setPictures(new Set(files)))
      .catch(() => undefined)
  }, [])
  return pictures
}

interface StateLinkProps {
  component: string
  state: string
  id: string
  picture: string | undefined
}

/** Links to a story with its picture, or with its name only. */
function StateLink({ component, state, id, picture }: StateLinkProps) {
  return (
    <StoryLink
      id={id}
      aria-label={`${component}, ${formatState(state)}`}
      className="flex flex-col gap-1 rounded-md text-xs hover:underline focus-visible:outline-2 focus-visible:outline-ring"
    >
      {picture ? (
        <img
          loading="lazy"
          alt=""
          src={`thumbnails/${picture}`}
          className="aspect-[8/5] w-full rounded-md border bg-muted object-contain object-top"
        />
      ) : null}
      {formatState(state)}
    </StoryLink>
  )
}

function Component({ row: { component, shown, lacking }, look, pictures }: { row: ComponentRow; look: Look; pictures: ReadonlySet<string> }) {
  const name = component.replace(/^\w+\//, '')
  // Some stories have one look only: their own theme, or the width of a phone.
  const findPicture = (state: string, id: string) =>
    [looks[state === 'Phone' ? 'Phone' : look](id), looks.Light(id)].find((file) => pictures.has(file))
  return (
    <section aria-label={name} className="flex flex-col gap-2">
      <h3 className="text-sm font-medium">{name}</h3>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-x-3 gap-y-4">
        {shown.map(({ state, id }) => (
          <li key={state}>
            <StateLink component={name} state={state} id={id} picture={findPicture(state, id)} />
          </li>
        ))}
        {lacking.map((state) => (
          <li key={state} className="text-xs text-destructive">
            {formatState(state)}: missing
          </li>
        ))}
      </ul>
    </section>
  )
}

function AllStatesPage() {
  const [look, setLook] = React.useState<Look>('Light')
  const pictures = usePictures()
  return (
    <main className="flex flex-col gap-8 p-4 sm:p-8">
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div className="flex flex-col gap-2">
          <h1 className="text-xl font-semibold">All states</h1>
          <p className="max-w-prose text-sm text-muted-foreground">
            Every component in every state. Click a {pictures.size > 0 ? 'picture' : 'name'} to open its story. A missing state fails a test.
            {pictures.size > 0 ? null : <> <code className="whitespace-nowrap">npm run thumbnails</code> adds pictures to a build.</>}
          </p>
        </div>
        {pictures.size > 0 ? (
          <div role="group" aria-label="Look" className="flex rounded-md bg-muted p-0.5 text-sm">
            {(Object.keys(looks) as Look[]).map((name) => (
              <button
                key={name}
                type="button"
                aria-pressed={name === look}
                className="min-h-8 rounded-sm px-3 focus-visible:outline-2 focus-visible:outline-ring aria-pressed:bg-background aria-pressed:shadow-xs"
                onClick={() => setLook(name)}
              >
                {name}
              </button>
            ))}
          </div>
        ) : null}
      </header>
      {buildStateMatrix(stories).map(({ kind, rows }) => (
        <section key={kind.title} className="flex flex-col gap-5 border-t pt-4">
          <h2 className="text-base font-semibold">{kind.title}</h2>
          {rows.map((row) => (
            <Component key={row.component} row={row} look={look} pictures={pictures} />
          ))}
        </section>
      ))}
    </main>
  )
}

const meta = preview.meta({ title: 'All states', tags: ['!autodocs'], component: AllStatesPage })

export const AllStates = meta.story({
  name: 'All states',
  play: async ({ canvas }) => {
    await expect(canvas.queryByText(/: missing$/)).toBeNull()
    await expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(window.innerWidth)
    await expect(canvas.getByRole('link', { name: 'ConversationList, Rate limited' })).toHaveAttribute(
      'href',
      './?path=/story/inbox-conversationlist--rate-limited',
    )
    await expect(canvas.getByRole('link', { name: 'CustomerCard, Offline' })).toHaveAttribute(
      'href',
      './?path=/story/inbox-customercard-errors--offline',
    )
  },
})
