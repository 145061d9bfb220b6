import { expect, fn, userEvent, waitFor } from 'storybook/test'
import { ContactNotes, ContactNotesView } from '@/components/intercom/contact-notes'
import { onPhone } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { world } from '../../.storybook/world'
import { arabicTimeline, emptyTimeline, fullTimeline, manyNotes, type StoryTimeline, worstTimeline } from '../customer-timeline/timelines'

const show = ({ contactId, workspace }: StoryTimeline, intercom: object = {}) => ({
  args: { contactId },
  parameters: { intercom: { workspace, ...intercom } },
})

const meta = preview.meta({
  title: 'Inbox/ContactNotes',
  component: ContactNotes,
  args: { contactId: fullTimeline.contactId },
  parameters: { intercom: { workspace: fullTimeline.workspace }, docs: { story: { height: '420px' } } },
  decorators: [
    (Story) => (
      <div className="w-80 max-w-full border-e bg-card p-4 text-card-foreground">
        <Story />
      </div>
    ),
  ],
})

/** Notes with their authors, newest first, below the field for a new one. */
export const Default = meta.story({
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/Prefers a call/)).toBeVisible()
    await expect(canvas.getByRole('textbox', { name: 'Add a note' })).toBeVisible()
  },
})

/** The note shows at once, and stays. */
export const Adding = meta.story({
  name: 'Add a note',
  ...show(emptyTimeline, { delay: 300 }),
  play: async ({ canvas }) => {
    await canvas.findByText(/No notes yet/)
    const field = canvas.getByRole('textbox', { name: 'Add a note' })
    await userEvent.type(field, 'Speaks Norwegian.{Control>}{Enter}{/Control}')
    await expect(field).toHaveValue('')
    await expect(canvas.getByRole('listitem')).toHaveAttribute('data-state', 'saving')
    await waitFor(() => expect(canvas.getByRole('listitem')).toHaveAttribute('data-state', 'saved'), { timeout: 5000 })
    await expect(canvas.getByText('Speaks Norwegian.')).toBeVisible()
    await expect(canvas.getByText('Priya Raman')).toBeVisible()
    await expect(world.intercom.workspace.notes.at(-1)).toMatchObject({ body: '<p>Speaks Norwegian.</p>', author: { id: '7042001' } })
    await expect(field).toHaveFocus()
  },
})

/** The text comes back into the field, also in front of what was typed meanwhile, and adding it again works. */
export const Failed = meta.story({
  name: 'Saving fails, then works',
  ...show(emptyTimeline, { fault: { id: '422', method: 'POST', path: /\/notes$/, times: 1 } }),
  play: async ({ canvas }) => {
    await canvas.findByText(/No notes yet/)
    const field = canvas.getByRole('textbox', { name: 'Add a note' })
    await userEvent.type(field, 'Speaks Norwegian.')
    await userEvent.click(canvas.getByRole('button', { name: 'Add note' }))
    await waitFor(() => expect(canvas.getByRole('alert')).toHaveTextContent("The note wasn't saved."))
    await expect(field).toHaveValue('Speaks Norwegian.')
    await userEvent.click(canvas.getByRole('button', { name: 'Add note' }))
    await waitFor(() => expect(canvas.getByRole('listitem')).toHaveAttribute('data-state', 'saved'))
    await expect(canvas.queryByRole('alert')).toBeNull()
    await userEvent.clear(field)
  },
})

/** If the response is lost, the note is listed, and the message says so. The note is never written twice. */
export const ResponseLost = meta.story({
  name: 'Response lost',
  ...show(emptyTimeline, { fault: { id: 'conn-reset', method: 'POST', path: /\/notes$/, times: 1 } }),
  play: async ({ canvas }) => {
    await canvas.findByText(/No notes yet/)
    const field = canvas.getByRole('textbox', { name: 'Add a note' })
    const count = world.intercom.workspace.notes.length
    await userEvent.type(field, 'Speaks Norwegian.')
    await userEvent.click(canvas.getByRole('button', { name: 'Add note' }))
    await waitFor(() => expect(canvas.getByRole('alert')).toHaveTextContent('may not have been saved'))
    await waitFor(() => expect(canvas.getByRole('listitem')).toHaveTextContent('Speaks Norwegian.'))
    await userEvent.click(canvas.getByRole('button', { name: 'Add note' }))
    await waitFor(() => expect(canvas.getByRole('alert')).toHaveTextContent('already requested'))
    await expect(world.intercom.workspace.notes).toHaveLength(count + 1)
    await userEvent.clear(field)
  },
})

export const Loading = meta.story({
  parameters: { intercom: { app: 'never' } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('region', { name: 'Notes' })).toHaveAttribute('aria-busy', 'true')
    await expect(canvas.getByRole('status')).toHaveTextContent('Loading the notes')
  },
})

export const Empty = meta.story({
  ...show(emptyTimeline),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/only teammates can read/)).toBeVisible()
  },
})

/** The access token may not read contacts. */
export const Forbidden = meta.story({
  ...show(fullTimeline, { fault: '403' }),
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getAllByRole('alert').some((alert) => alert.textContent?.includes("Intercom isn't set up"))).toBe(true))
  },
})

export const RateLimited = meta.story({
  name: 'Rate limited',
  ...show(fullTimeline, { fault: '429-hostile' }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Intercom is asking us to slow down')).toBeVisible()
  },
})

export const Offline = meta.story({
  ...show(fullTimeline, { app: 'offline' }),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText("You're offline")).toBeVisible()
  },
})

/** Intercom lists the latest 50. */
export const Many = meta.story({
  name: 'More than fifty',
  ...show(manyNotes),
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('10 older notes are in Intercom.')).toBeVisible()
    await expect(canvas.getAllByRole('listitem')).toHaveLength(50)
  },
})

/** A note while it is saved, and one that Intercom shortened. */
export const Saving = meta.story({
  render: () => (
    <ContactNotesView
      notes={[{
        id: '1', created_at: 1_795_010_000, author: { type: 'admin', id: '1', name: null, avatar_url: null }, truncated: true,
        body: [{ type: 'text', text: 'A long story' }],
      }]}
      text=""
      saving="Speaks Norwegian."
      onTextChange={fn()}
      onAdd={fn()}
    />
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Shortened here. Read the whole note in Intercom.')).toBeVisible()
    await expect(canvas.getByText('A teammate')).toBeVisible()
  },
})

/** Hostile markup, long words and empty notes. */
export const Stress = meta.story({
  ...show(worstTimeline),
  play: async ({ canvas, canvasElement }) => {
    await waitFor(() => expect(canvas.getAllByRole('listitem')).toHaveLength(2))
    const notes = canvas.getByRole('region', { name: 'Notes' })
    await expect(notes.scrollWidth).toBeLessThanOrEqual(notes.clientWidth)
    await expect(canvasElement.querySelector('script, img[onerror], a[href^="javascript"]')).toBeNull()
  },
})

export const Dark = meta.story({ globals: { theme: 'dark' } })

export const Phone = meta.story(onPhone)

export const RightToLeft = meta.story({
  name: 'Right to left',
  ...show(arabicTimeline),
  globals: { dir: 'rtl', locale: 'ar' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/يفضّل المكالمات/)).toBeVisible()
  },
})
