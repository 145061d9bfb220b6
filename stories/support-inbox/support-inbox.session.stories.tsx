import { expect, userEvent, waitFor, within } from 'storybook/test'
import { SupportInbox } from '@/components/intercom/support-inbox'
import { notPictured, onDesktop } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { world } from '../../.storybook/world'
import { inboxPage } from './rows'
import { wholePage } from './whole-page'

const meta = preview.meta({
  title: 'Inbox/SupportInbox/Session',
  tags: ['behaviour', '!autodocs', '!manifest'],
  component: SupportInbox,
  args: { className: 'h-dvh' },
  globals: onDesktop.globals,
  parameters: { ...notPictured, a11y: wholePage, docs: { story: { height: '720px' } } },
})

const body = () => within(document.body)

function conversation(id: string) {
  const found = world.intercom.workspace.conversations.find((one) => one.id === id)
  if (!found) throw new Error(`There is no conversation ${id}.`)
  return found
}

const lastPart = (id: string) => conversation(id).conversation_parts.conversation_parts.at(-1)

/** An agent works through the queue by keyboard: search, note, reply, snooze, undo, assign, close. */
export const ByKeyboardAlone = meta.story({
  name: 'Keyboard session',
  play: async ({ canvas, canvasElement }) => {
    const user = userEvent.setup()
    const page = inboxPage(canvasElement)
    await page.findRows()

    // Find.
    await user.keyboard('/')
    await expect(canvas.getByRole('searchbox')).toHaveFocus()
    await user.keyboard('Brightside')
    await waitFor(() => expect(page.ids()).toHaveLength(1), { timeout: 10_000 })
    const [id = ''] = page.ids()
    await user.keyboard('{Escape}')
    await waitFor(() => expect(page.ids().length).toBeGreaterThan(5), { timeout: 10_000 })
    await user.keyboard('{Escape}')
    await waitFor(() => expect(page.rows()).toContain(document.activeElement))
    for (let steps = 0; document.activeElement !== page.row(id) && steps < 20; steps += 1) await user.keyboard('j')
    await expect(page.row(id)).toHaveFocus()

    // Read.
    await user.keyboard('{Enter}')
    await page.isOpen(id)
    await expect(await canvas.findByRole('log')).toBeVisible()

    // Note.
    await user.keyboard('n')
    const note = await canvas.findByRole('textbox', { name: /note/i })
    await waitFor(() => expect(note).toHaveFocus())
    await user.keyboard('The certificate is the cause.{Control>}{Enter}{/Control}')
    await waitFor(() => expect(lastPart(id)).toMatchObject({ part_type: 'note', body: '<p>The certificate is the cause.</p>' }))
    await user.keyboard('{Escape}')

    // Reply.
    await user.keyboard('r')
    const reply = await canvas.findByRole('textbox', { name: /reply/i })
    await waitFor(() => expect(reply).toHaveFocus())
    await user.keyboard('It works again.{Control>}{Enter}{/Control}')
    await waitFor(() => expect(lastPart(id)).toMatchObject({ part_type: 'comment', body: '<p>It works again.</p>' }))
    await expect(reply).toHaveValue('')
    await user.keyboard('{Escape}')

    // Snooze, and undo it.
    await user.keyboard('s')
    await body().findByRole('dialog', { name: /snooze/i })
    await user.keyboard('{Enter}')
    await waitFor(() => expect(conversation(id).state).toBe('snoozed'))
    await waitFor(() => expect(body().queryByRole('dialog')).toBeNull())
    await body().findByText(/snoozed/i, { selector: '[data-slot=toast] *' })
    await user.keyboard('z')
    await waitFor(() => expect(conversation(id).state).toBe('open'))
    await waitFor(() => expect(page.row(id)).not.toBeNull(), { timeout: 10_000 })

    // Assign.
    page.row(id)?.focus()
    await user.keyboard('a')
    await body().findByRole('dialog', { name: /assign/i })
    await user.keyboard('Yuki{Enter}')
    const yuki = world.intercom.workspace.admins.find(({ name }) => name.startsWith('Yuki'))
    await waitFor(() => expect(String(conversation(id).admin_assignee_id)).toBe(yuki?.id))
    await waitFor(() => expect(body().queryByRole('dialog')).toBeNull())
    await waitFor(() => expect(page.row(id)).toHaveFocus())

    // Close, and on to the next.
    await user.keyboard('e')
    await waitFor(() => expect(conversation(id).state).toBe('closed'))
    await waitFor(() => expect(page.row(id)).toBeNull())
    await waitFor(() => expect(page.rows()).toContain(document.activeElement))
  },
})

/** Posts to one of the app's routes as the customer, whose page runs in another browser. */
async function postAsCustomer(path: string, data: object): Promise<number> {
  const headers = { 'content-type': 'application/json', 'x-story-user': 'customer' }
  return (await fetch(path, { method: 'POST', headers, body: JSON.stringify(data) })).status
}

/** A customer upgrades. The agent who has their conversation open sees the event and the new plan without a reload. */
export const CustomerUpgrades = meta.story({
  name: 'A customer upgrades',
  args: { defaultSelectedId: '215471000000012' },
  parameters: { intercom: { webhooks: true, attributes: { plan: 'Scale' } } },
  play: async ({ canvas }) => {
    const card = await canvas.findByRole('article', { name: 'Maya Okafor' })
    await expect(within(card).getAllByText('Team')[0]).toBeVisible()
    const timeline = within(await canvas.findByRole('region', { name: 'Timeline' }))
    await expect((await timeline.findAllByText('Chart exported'))[0]).toBeVisible()
    await expect(timeline.queryByText('Plan upgraded')).toBeNull()

    await expect(await postAsCustomer('/api/intercom/events', { event_name: 'plan_upgraded', metadata: { plan: 'Scale', seats: 12 } })).toBe(202)
    await expect(await postAsCustomer('/api/intercom/contacts', {})).toBe(200)

    await expect(await timeline.findByText('Plan upgraded', {}, { timeout: 5000 })).toBeInTheDocument()
    await waitFor(() => expect(within(card).getAllByText('Scale')[0]).toBeVisible())
    await expect(timeline.getByText('12')).toBeInTheDocument()

    // The agent notes why.
    const user = userEvent.setup()
    await user.click(canvas.getByRole('tab', { name: 'Notes' }))
    const notes = within(await canvas.findByRole('region', { name: 'Notes' }))
    await user.type(notes.getByRole('textbox', { name: 'Add a note' }), 'Upgraded after the call.')
    await user.click(notes.getByRole('button', { name: 'Add note' }))
    await waitFor(() => expect(world.intercom.workspace.notes.at(-1)?.body).toBe('<p>Upgraded after the call.</p>'))
    await user.click(canvas.getByRole('tab', { name: 'Timeline' }))
    const again = within(await canvas.findByRole('region', { name: 'Timeline' }))
    await expect(await again.findByText('Upgraded after the call.')).toBeInTheDocument()
  },
})
