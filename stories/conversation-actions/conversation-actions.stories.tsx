import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { toasts } from 'intercom-v0-kit/inbox'
import { notPictured, onDesktop, onPhone } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { world } from '../../.storybook/world'
import { Desk } from './desk'

const ID = '215471000000007'

const meta = preview.meta({
  title: 'Inbox/ConversationActions',
  component: Desk,
  args: { conversationId: ID },
  ...onDesktop,
})

type Canvas = ReturnType<typeof within>

const conversation = () => world.intercom.workspace.conversations.find(({ id }) => id === ID) as never as {
  state: string
  read: boolean
  snoozed_until: number | null
  admin_assignee_id: number | null
  team_assignee_id: number | null
  tags: { tags: { id: string; name: string }[] }
}
const listChanges = () => world.intercom.requests.filter(({ method }) => method !== 'GET')
const menu = async (canvas: Canvas, name: string) => {
  await userEvent.click(await canvas.findByRole('button', { name: 'More actions' }))
  await userEvent.click(await screen.findByRole('menuitem', { name }))
}
const expectToast = (text: string | RegExp) => waitFor(() => expect(toasts.get().map(({ message }) => message).at(-1)).toMatch(text))
/** A new toast replaces the previous one of the same conversation. */
const expectOnlyToast = (text: string) => waitFor(() => expect(toasts.get().map(({ message }) => message)).toEqual([text]))
const undo = async (canvas: Canvas) => {
  await userEvent.click(canvas.getByRole('button', { name: 'Undo' }))
  await expectOnlyToast('Undone')
}

export const Default = meta.story({
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Close' })).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Snooze' })).toBeVisible()
  },
})

/** The conversation closes at once, and the same button reopens it and keeps the focus. */
export const CloseAndOpen = meta.story({
  name: 'Close and reopen',
  tags: ['behaviour'],
  parameters: notPictured,
  play: async ({ canvas }) => {
    const before = conversation().read
    const button = await canvas.findByRole('button', { name: 'Close' })
    await userEvent.click(button)
    // Intercom hasn't responded yet.
    await expect(canvas.getByRole('button', { name: 'Reopen' })).toHaveFocus()
    await expectToast('Conversation closed')
    await expect(conversation().state).toBe('closed')
    await undo(canvas)
    await expect(canvas.getByRole('button', { name: 'Close' })).toBeVisible()
    await expect(conversation()).toMatchObject({ state: 'open', read: before })

    await userEvent.click(canvas.getByRole('button', { name: 'Close' }))
    await expectToast('Conversation closed')
    await userEvent.click(canvas.getByRole('button', { name: 'Reopen' }))
    await expectOnlyToast('Conversation reopened')
    await expect(conversation().state).toBe('open')
  },
})

/** After a preset is chosen, the focus returns to the button. */
export const Snooze = meta.story({
  tags: ['behaviour'],
  parameters: notPictured,
  play: async ({ canvas }) => {
    const button = await canvas.findByRole('button', { name: 'Snooze' })
    await userEvent.click(button)
    const dialog = await screen.findByRole('dialog', { name: 'Snooze until' })
    await userEvent.click(within(dialog).getByRole('button', { name: /^Tomorrow/ }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await waitFor(() => expect(button).toHaveFocus())
    await expectToast(/Snoozed until Thu,? 19 Nov/)
    await expect(conversation()).toMatchObject({ state: 'snoozed', snoozed_until: Date.parse('2026-11-19T09:00:00Z') / 1000 })
    await undo(canvas)
    await expect(conversation()).toMatchObject({ state: 'open' })
  },
})

/** A digit chooses a preset. */
export const SnoozeByDigit = meta.story({
  name: 'Snooze with a number key',
  tags: ['behaviour'],
  parameters: notPictured,
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Snooze' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Snooze until' }))
    await expect(dialog.getAllByRole('listitem')).toHaveLength(5)
    await waitFor(() => expect(dialog.getByRole('button', { name: /^Later today/ })).toHaveFocus())
    await userEvent.keyboard('{ArrowDown}{ArrowUp}{ArrowUp}')
    await expect(dialog.getByRole('button', { name: /^In a month/ })).toHaveFocus()
    await userEvent.keyboard('4')
    await expectToast(/Snoozed until Mon,? 23 Nov/)
    await expect(conversation().snoozed_until).toBe(Date.parse('2026-11-23T09:00:00Z') / 1000)
  },
})

/** Typing goes to the field, which shows how it reads the text and refuses a moment in the past. */
export const SnoozeUntilTyped = meta.story({
  name: 'Snooze until a typed time',
  tags: ['behaviour'],
  parameters: notPictured,
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Snooze' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Snooze until' }))
    await waitFor(() => expect(dialog.getByRole('button', { name: /^Later today/ })).toHaveFocus())
    await userEvent.keyboard('today 9{Enter}')
    await expect(await dialog.findByRole('alert')).toHaveTextContent('That time has passed')
    const field = dialog.getByRole('textbox', { name: 'Or type a time' })
    await userEvent.clear(field)
    await userEvent.type(field, 'someday{Enter}')
    await expect(await dialog.findByRole('alert')).toHaveTextContent(/^Type a time/)
    await expect(listChanges()).toHaveLength(0)
    await userEvent.clear(field)
    await userEvent.type(field, 'fri 16:30')
    await expect(dialog.getByText(/Until .*20 November 2026.*16:30/)).toBeVisible()
    await userEvent.keyboard('{Enter}')
    await expectToast(/Snoozed until .*16:30/)
    await expect(conversation().snoozed_until).toBe(Date.parse('2026-11-20T16:30:00Z') / 1000)
  },
})

/** The panel opens 4 px above its button. A press elsewhere closes it and returns the focus. */
export const OpensAtItsButton = meta.story({
  name: 'Panels open at their button',
  tags: ['behaviour'],
  parameters: notPictured,
  play: async ({ canvas }) => {
    const button = await canvas.findByRole('button', { name: 'Assign' })
    await userEvent.click(button)
    const panel = await screen.findByRole('dialog', { name: 'Assign to' })
    const gap = () => Math.round(button.getBoundingClientRect().top - panel.getBoundingClientRect().bottom)
    await waitFor(() => expect(gap()).toBe(4))
    await expect(panel.getBoundingClientRect().width).toBe(320)
    await expect(button).toHaveAttribute('aria-expanded', 'true')
    await new Promise((resolve) => setTimeout(resolve, 50))
    // The page behind takes no pointer events meanwhile.
    await userEvent.setup({ pointerEventsCheck: 0 }).click(document.body)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await waitFor(() => expect(button).toHaveFocus())
    await userEvent.click(button)
    const again = within(await screen.findByRole('dialog', { name: 'Assign to' }))
    await userEvent.click(again.getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(button).toHaveFocus())
  },
})

/** The tooltip says the name; it is not read a second time. */
export const Tooltips = meta.story({
  play: async ({ canvas }) => {
    const button = await canvas.findByRole('button', { name: 'Assign' })
    await expect(button).not.toHaveAttribute('title')
    await userEvent.hover(button)
    await expect(await screen.findByRole('tooltip')).toHaveTextContent('Assign')
    await expect(button).not.toHaveAttribute('aria-describedby')
  },
})

/** The assignee is found by typing and chosen by keyboard. */
export const Assign = meta.story({
  tags: ['behaviour'],
  parameters: notPictured,
  play: async ({ canvas }) => {
    const before = conversation().admin_assignee_id
    const admin = world.intercom.workspace.admins.find(({ id }) => Number(id) !== before && id !== world.adminId)
    if (!admin) throw new Error('The support week has too few admins.')
    const button = await canvas.findByRole('button', { name: 'Assign' })
    button.focus()
    await userEvent.keyboard('{Enter}')
    const field = await screen.findByRole('combobox', { name: 'Teammate or team' })
    await waitFor(() => expect(field).toHaveFocus())
    await expect(screen.getAllByRole('option')[0]).toHaveTextContent(/Me/)
    await userEvent.keyboard(admin.name)
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1))
    await userEvent.keyboard('{Enter}')
    await expectToast(/^Assigned to/)
    await expect(button).toHaveFocus()
    await expect(conversation().admin_assignee_id).toBe(Number(admin.id))
    await expect(canvas.getAllByText(new RegExp(`Assigned to.*${admin.name}`)).length).toBeGreaterThan(0)
    await undo(canvas)
    await expect(conversation().admin_assignee_id).toBe(before)
  },
})

/** Arrow keys move, Escape cancels, and a search without matches says so. */
export const AssignByArrows = meta.story({
  name: 'Assign with arrow keys',
  tags: ['behaviour'],
  parameters: notPictured,
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Assign' }))
    const field = await screen.findByRole('combobox')
    const options = await screen.findAllByRole('option')
    const active = () => document.getElementById(field.getAttribute('aria-activedescendant') ?? '')
    await waitFor(() => expect(active()).toBe(options[0]))
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    await expect(active()).toBe(options[2])
    await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowUp}')
    await expect(active()).toBe(options.at(-1))
    await userEvent.keyboard('zzz')
    await expect(await screen.findByText('Nothing matches “zzz”')).toBeVisible()
    await userEvent.keyboard('{Enter}{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Assign' })).toHaveFocus())
    await expect(listChanges()).toHaveLength(0)
  },
})

/** Assigning reopens the conversation, and undo closes it again. */
export const AssignWhatIsClosed = meta.story({
  name: 'Assign a closed conversation',
  tags: ['behaviour'],
  parameters: notPictured,
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Close' }))
    await expectToast('Conversation closed')
    await userEvent.click(canvas.getByRole('button', { name: 'Assign' }))
    const options = await screen.findAllByRole('option')
    await userEvent.click(options.find((option) => option.getAttribute('aria-checked') !== 'true') as HTMLElement)
    await expect(await canvas.findByRole('button', { name: 'Close' })).toBeVisible()
    await expectToast(/^Assigned to/)
    await undo(canvas)
    await expect(conversation().state).toBe('closed')
    await expect(canvas.getByRole('button', { name: 'Reopen' })).toBeVisible()
  },
})

/** Several tags change in one action that can be undone. */
export const Tags = meta.story({
  tags: ['behaviour'],
  parameters: notPictured,
  play: async ({ canvas }) => {
    const before = conversation().tags.tags.map(({ name }) => name).sort()
    const button = await canvas.findByRole('button', { name: 'Tags' })
    await userEvent.click(button)
    const options = await screen.findAllByRole('option')
    const add = options.filter((option) => option.getAttribute('aria-checked') === 'false').slice(0, 2)
    for (const option of add) await userEvent.click(option)
    await expect(screen.getByRole('combobox')).toHaveFocus()
    for (const option of add) await expect(option).toHaveAttribute('aria-checked', 'true')
    await userEvent.click(screen.getByRole('button', { name: 'Save tags' }))
    await expectToast('Tags updated')
    await waitFor(() => expect(button).toHaveFocus())
    const names = add.map(({ textContent }) => textContent)
    await expect(conversation().tags.tags.map(({ name }) => name)).toEqual(expect.arrayContaining(names))
    await undo(canvas)
    await expect(conversation().tags.tags.map(({ name }) => name).sort()).toEqual(before)
  },
})

/** The action is in the menu, whose button gets the focus back. */
export const MarkUnread = meta.story({
  name: 'Mark as unread',
  tags: ['behaviour'],
  parameters: notPictured,
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Close' }))
    await expectToast('Conversation closed')
    await userEvent.click(canvas.getByRole('button', { name: 'Reopen' }))
    await expectOnlyToast('Conversation reopened')
    await menu(canvas, 'Mark as unread')
    await expectOnlyToast('Marked as unread')
    await expect(canvas.getByRole('button', { name: 'More actions' })).toHaveFocus()
    await expect(conversation().read).toBe(false)
    await undo(canvas)
    await expect(conversation().read).toBe(true)
  },
})

/** On a phone, close, snooze and assign are icons, and the rest is in the menu, which gets the focus back after a dialog. */
export const Phone = meta.story({
  args: { conversationId: '215471000000016' },
  ...onPhone,
  play: async ({ canvas }) => {
    await canvas.findByRole('button', { name: 'Close' })
    await expect(canvas.getByRole('button', { name: 'Snooze' })).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Assign' })).toBeVisible()
    await expect(canvas.queryByRole('button', { name: 'Tags' })).toBeNull()
    await menu(canvas, 'Tags')
    await screen.findByRole('dialog')
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(canvas.getByRole('button', { name: 'More actions' })).toHaveFocus())
  },
})

export const SnoozeDialogOpen = meta.story({
  name: 'Snooze dialog open',
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Snooze' }))
    const dialog = await screen.findByRole('dialog')
    await waitFor(() => expect(dialog).toBeVisible())
  },
})

export const AssignDialogOpen = meta.story({
  name: 'Assign dialog open',
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Assign' }))
    await expect((await screen.findAllByRole('option')).length).toBeGreaterThan(3)
  },
})

export const TagsDialogOpen = meta.story({
  name: 'Tags dialog open',
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Tags' }))
    await expect((await screen.findAllByRole('option')).length).toBeGreaterThan(0)
  },
})

export const Dark = meta.story({ globals: { theme: 'dark' }, play: SnoozeDialogOpen.play })

export const RightToLeft = meta.story({
  name: 'Right to left',
  globals: { dir: 'rtl', locale: 'ar' },
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'إسناد' }))
    await expect((await screen.findAllByRole('option')).length).toBeGreaterThan(3)
  },
})

export const MenuOpen = meta.story({
  name: 'Menu open',
  args: { conversationId: '215471000000016' },
  ...onPhone,
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'More actions' }))
    await expect(await screen.findByRole('menuitem', { name: 'Tags' })).toBeVisible()
  },
})
