import { Check, Minus } from 'lucide-react'
import * as React from 'react'
import { storyNameFromExport, toId } from 'storybook/internal/csf'
import { expect, userEvent } from 'storybook/test'
import preview from '../../.storybook/preview'
import { FoundationPage, FoundationSection } from './page.tsx'
import { buildStateMatrix, type ComponentRow, type Kind, type ShownStory } from './required-states.ts'

const sources = import.meta.glob<string>('../**/*.stories.tsx', { query: '?raw', import: 'default', eager: true })

const stories: ShownStory[] = Object.values(sources).flatMap((code) => {
  const [, title = ''] = /\btitle: '([^']+)'/.exec(code) ?? []
  return [...code.matchAll(/^export const (\w+) = /gm)].map(([, exportName = '']) => ({ title, exportName }))
})

/** Formats a state in sentence case. */
function formatState(state: string): string {
  const name = storyNameFromExport(state)
  return name.charAt(0) + name.slice(1).toLowerCase()
}

/** Finds the story of a state by title, including nested titles. */
function findStoryId(component: string, state: string): string | undefined {
  const found = stories.find(({ title, exportName }) => exportName === state && (title === component || title.startsWith(`${component}/`)))
  return found && toId(found.title, storyNameFromExport(state))
}

function Frames({ component, states }: { component: string; states: string[] }) {
  return (
    <ul className="grid gap-4 sm:grid-cols-2">
      {states.map((state) => (
        <li key={state} className="flex flex-col gap-1">
          <span className="text-xs font-medium">{formatState(state)}</span>
          {/* oxlint-disable-next-line react/iframe-missing-sandbox -- The frame shows a page of this Storybook. */}
          <iframe
            loading="lazy"
            title={`${component}, ${formatState(state)}`}
            src={`iframe.html?id=${findStoryId(component, state)}&viewMode=story`}
            className="h-96 w-full rounded-lg border"
          />
        </li>
      ))}
    </ul>
  )
}

function Row({ kind, row }: { kind: Kind; row: ComponentRow }) {
  const [isOpen, setIsOpen] = React.useState(false)
  const name = row.component.replace(/^\w+\//, '')
  return (
    <>
      <tr className="border-t">
        <th scope="row" className="sticky start-0 bg-background py-1 pe-3 text-start font-medium">
          <button
            type="button"
            aria-expanded={isOpen}
            className="min-h-8 rounded-sm underline decoration-dotted underline-offset-4 focus-visible:outline-2 focus-visible:outline-ring"
            onClick={() => setIsOpen(!isOpen)}
          >
            {name}
          </button>
        </th>
        {kind.states.map((state) => {
          const id = findStoryId(row.component, state)
          return (
            <td key={state} className="px-1 text-center">
              {id ? (
                <a
                  href={`./?path=/story/${id}`}
                  target="_top"
                  className="inline-flex size-8 items-center justify-center rounded-sm text-status-success hover:bg-muted focus-visible:outline-2 focus-visible:outline-ring"
                >
                  <Check aria-hidden="true" className="size-4" />
                  <span className="sr-only">
                    {name}, {formatState(state)}
                  </span>
                </a>
              ) : (
                <span className="inline-flex text-destructive">
                  <Minus aria-hidden="true" className="size-4" />
                  <span className="sr-only">missing</span>
                </span>
              )}
            </td>
          )
        })}
      </tr>
      {isOpen ? (
        <tr>
          <td colSpan={kind.states.length + 1} className="py-4">
            <Frames component={row.component} states={row.shown} />
          </td>
        </tr>
      ) : null}
    </>
  )
}

function Matrix({ kind, rows }: { kind: Kind; rows: ComponentRow[] }) {
  return (
    <div role="group" aria-label={kind.title} className="relative overflow-x-auto">
      <table className="border-collapse text-sm">
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky start-0 min-w-44 bg-background pb-2 text-start align-bottom text-xs font-normal text-muted-foreground"
            >
              Component
            </th>
            {kind.states.map((state) => (
              <th key={state} scope="col" className="pb-2 align-bottom text-xs font-normal text-muted-foreground">
                <span className="block w-16">{formatState(state)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.component} kind={kind} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function States() {
  return (
    <FoundationPage
      title="States"
      lead="Every component in every state. Click a check mark to open the story, or a name to see all states side by side. A missing state fails a test."
    >
      {buildStateMatrix(stories).map(({ kind, rows }) => (
        <FoundationSection key={kind.title} title={kind.title}>
          <Matrix kind={kind} rows={rows} />
        </FoundationSection>
      ))}
    </FoundationPage>
  )
}

const meta = preview.meta({ title: 'Foundations/States', component: States })

export const Default = meta.story({
  play: async ({ canvas }) => {
    await expect(canvas.queryByText('missing')).toBeNull()
    const link = canvas.getByRole('link', { name: 'ConversationList, Rate limited' })
    await expect(link).toHaveAttribute('href', './?path=/story/inbox-conversationlist--rate-limited')
    await expect(canvas.getByRole('link', { name: 'CustomerCard, Offline' })).toHaveAttribute(
      'href',
      './?path=/story/inbox-customercard-errors--offline',
    )
  },
})

/** Clicking a component's name shows all its states side by side. */
export const OneComponent = meta.story({
  name: 'One component',
  parameters: { chromatic: { disableSnapshot: true }, a11y: { test: 'off' } },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'RichText' }))
    await expect(canvas.getByTitle('Inbox/RichText, Links')).toHaveAttribute('src', expect.stringContaining('inbox-richtext--links'))
  },
})
