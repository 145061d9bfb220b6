import { expect, userEvent, waitFor, within } from 'storybook/test'
import { SupportInbox } from '@/components/intercom/support-inbox'
import { buildLargeWorkspace } from '../../mocks/index.ts'
import { notPictured, onDesktop, onPhone } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { world } from '../../.storybook/world'
import { inboxPage, type InboxPage } from './rows'
import { wholePage } from './whole-page'

const meta = preview.meta({
  title: 'Inbox/SupportInbox/Bulk',
  component: SupportInbox,
  args: { className: 'h-dvh' },
  globals: onDesktop.globals,
  parameters: { ...onDesktop.parameters, a11y: wholePage, docs: { story: { height: '720px' } } },
})

const getState = (id: string) => world.intercom.workspace.conversations.find((one) => one.id === id)?.state
const body = () => within(document.body)

/** Checkboxes select one row, Shift a range, and Ctrl or Cmd a row by click. Escape clears. */
export const Selecting = meta.story({
  name: 'Select rows',
  play: async ({ canvas, canvasElement }) => {
    const page = inboxPage(canvasElement)
    await page.findRows()
    const ids = page.ids()
    const at = (place: number) => page.check(ids[place] ?? '')
    const user = userEvent.setup()
    await user.click(at(1))
    await user.keyboard('{Shift>}')
    await user.click(at(4))
    await expect(page.selected()).toBe('4 selected')
    // Change the end of the range.
    await user.click(at(2))
    await expect(page.selected()).toBe('2 selected')
    await user.keyboard('{/Shift}{Control>}')
    await user.click(page.rows()[6] as HTMLElement)
    await user.keyboard('{/Control}')
    await expect(page.selected()).toBe('3 selected')
    await expect(canvas.queryByRole('log')).toBeNull()
    await expect(at(6)).toHaveAccessibleName(/^Select the conversation with /)

    // Extend the range by keyboard from the focused row.
    page.rows()[8]?.focus()
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{ArrowUp}{/Shift}')
    await expect(page.selected()).toBe('5 selected')
    await expect(page.rows()[9]).toHaveFocus()
    await user.keyboard('{Escape}')
    await expect(page.selected()).toBe('none')
    await expect(canvas.getByRole('combobox', { name: 'Conversations to show' })).toBeVisible()

    // Leave the rows selected for the picture.
    page.row(ids[1] ?? '')?.focus()
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}')
    await expect(page.selected()).toBe('3 selected')
    const pane = within(page.part('inbox-idle-pane')!)
    await expect(pane.getAllByRole('listitem')).toHaveLength(3)
    await expect(pane.getByRole('button', { name: 'Snooze' })).toBeVisible()
  },
})

/** The selection stays while more rows load. */
export const SelectsAllThatAreLoaded = meta.story({
  name: 'Select all loaded',
  tags: ['behaviour'],
  parameters: { ...notPictured, intercom: { workspace: () => buildLargeWorkspace(130) } },
  args: { defaultFilter: { state: 'all' } },
  play: async ({ canvas, canvasElement }) => {
    const page = inboxPage(canvasElement)
    const rows = await page.findRows()
    rows[0]?.focus()
    await userEvent.keyboard('{Control>}a{/Control}')
    await expect(page.selected()).toBe('25 selected')
    await userEvent.click(canvas.getByRole('button', { name: 'Clear selection' }))
    await expect(page.selected()).toBe('none')
    await expect(page.rows()).toContain(document.activeElement)
    await userEvent.keyboard('{Control>}a{/Control}')
    await userEvent.click(canvas.getByRole('button', { name: 'Load more' }))
    await waitFor(() => expect(page.ids().length).toBeGreaterThan(25))
    await expect(page.selected()).toBe('25 selected')
  },
})

/** The rows disappear at once, and one toast restores all of them. */
export const ClosesAndUndoes = meta.story({
  name: 'Close several and undo',
  tags: ['behaviour'],
  // The restored rows end up in a different order each time.
  parameters: notPictured,
  play: async ({ canvasElement }) => {
    const page = inboxPage(canvasElement)
    await page.findRows()
    const [before] = [page.ids()]
    const ids = before.slice(0, 6)
    page.rows()[0]?.focus()
    await userEvent.keyboard(`{Shift>}${'{ArrowDown}'.repeat(5)}{/Shift}`)
    await expect(page.selected()).toBe('6 selected')
    await userEvent.click(within(page.part('bulk-bar')!).getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(ids.some((id) => page.row(id))).toBe(false))
    await body().findByText('6 conversations closed')
    await expect(ids.map(getState)).toEqual(ids.map(() => 'closed'))
    await expect(page.row(before[6] ?? '')).toHaveFocus()
    await userEvent.keyboard('z')
    await body().findByText('Undone in 6 conversations')
    // Changed rows may move to the top.
    await waitFor(() => expect(page.ids().toSorted()).toEqual(before.toSorted()))
    await expect(ids.map(getState)).toEqual(ids.map(() => 'open'))
  },
})

/** Closes three rows, of which the second fails, and returns their ids. */
async function closeWithOneFailure(page: InboxPage): Promise<[string, string, string]> {
  await page.findRows()
  const [, first = '', second = '', third = ''] = page.ids()
  for (const id of [first, second, third]) await userEvent.click(page.check(id))
  world.intercom.setFault({ id: '503', method: 'POST', path: `/conversations/${second}/parts` })
  await userEvent.click(within(page.part('bulk-bar') as HTMLElement).getByRole('button', { name: 'Close' }))
  await waitFor(() => expect(page.part('bulk-failures')).not.toBeNull())
  await body().findByText('2 conversations closed')
  return [first, second, third]
}

/** Each failed row shows its error and stays selected, and the rest can be undone. */
export const SomeFail = meta.story({
  name: 'Partial failure',
  play: async ({ canvas, canvasElement }) => {
    const page = inboxPage(canvasElement)
    const [first, second, third] = await closeWithOneFailure(page)
    await expect(canvas.getByText("1 of 3 wasn't changed.")).toBeVisible()
    await expect([first, second, third].map(getState)).toEqual(['closed', 'open', 'closed'])
    await expect(page.row(second)?.closest('li')).toHaveTextContent("Not changed: Intercom isn't responding")
    await expect(page.row(second)).toHaveAccessibleDescription("Not changed: Intercom isn't responding")
    await expect(page.check(second)).toBeChecked()
    await expect(page.selected()).toBe('1 selected')
    // The toast would close at an unknown time, so dismiss it.
    const toast = document.querySelector<HTMLElement>('[data-slot=toast]')!
    await userEvent.click(within(toast).getByRole('button', { name: 'Dismiss' }))
  },
})

/** One button retries only the failed rows. */
export const RetriesWhatFailed = meta.story({
  name: 'Retry the failed ones',
  tags: ['behaviour'],
  parameters: notPictured,
  play: async ({ canvas, canvasElement }) => {
    const page = inboxPage(canvasElement)
    const [, second] = await closeWithOneFailure(page)
    world.intercom.setFault(null)
    await userEvent.click(canvas.getByRole('button', { name: 'Try 1 again' }))
    await waitFor(() => expect(getState(second)).toBe('closed'))
    await waitFor(() => expect(page.row(second)).toBeNull())
    await waitFor(() => expect(canvas.queryByRole('button', { name: 'Try 1 again' })).toBeNull())
    await expect(page.selected()).toBe('none')
  },
})

/** The dialogs are the same as for one conversation, and the focus returns to the list. */
export const SnoozesAndAssigns = meta.story({
  name: 'Snooze and assign several',
  tags: ['behaviour'],
  parameters: notPictured,
  play: async ({ canvasElement }) => {
    const page = inboxPage(canvasElement)
    await page.findRows()
    const [first = '', second = '', third = ''] = page.ids()
    await userEvent.click(page.check(first))
    await userEvent.click(page.check(second))
    await userEvent.click(within(page.part('bulk-bar')!).getByRole('button', { name: 'Snooze' }))
    const dialog = await body().findByRole('dialog')
    // A date of their own, beside the presets.
    await userEvent.type(within(dialog).getByRole('textbox'), '2031-01-07')
    await userEvent.click(within(dialog).getByRole('button', { name: /^Snooze/ }))
    await body().findByText(/^2 conversations snoozed until /)
    await expect([first, second].map(getState)).toEqual(['snoozed', 'snoozed'])
    await waitFor(() => expect(page.row(third)).toHaveFocus())

    await userEvent.keyboard('xa')
    const finder = await body().findByRole('combobox')
    const [, teammate] = world.intercom.workspace.admins
    await userEvent.type(finder, `${teammate?.name}{Enter}`)
    await body().findByText('Assignee changed')
    await waitFor(() =>
      expect(String(world.intercom.workspace.conversations.find(({ id }) => id === third)?.admin_assignee_id)).toBe(teammate?.id),
    )
    await waitFor(() => expect(page.row(third)).toHaveFocus())
  },
})

/** The next conversation opens, and the focus stays in the list or in the conversation. */
export const GoesOnAfterClosing = meta.story({
  name: 'Next conversation after closing',
  tags: ['behaviour'],
  parameters: notPictured,
  play: async ({ canvasElement }) => {
    const page = inboxPage(canvasElement)
    await page.findRows()
    const [first = '', second = '', third = ''] = page.ids()
    await userEvent.click(page.row(first) as HTMLElement)
    await page.isOpen(first)
    await userEvent.keyboard('e')
    await page.isOpen(second)
    await expect(page.row(second)).toHaveFocus()

    await waitFor(() => expect(page.part('thread-title')).not.toBeNull())
    page.part('thread-title')?.focus()
    await userEvent.keyboard('e')
    await page.isOpen(third)
    await waitFor(() => expect(page.part('thread-title')).toHaveFocus())

    // Closing an unselected row doesn't change the selection.
    const [, , other = '', following = ''] = page.ids()
    page.row(other)?.focus()
    await userEvent.keyboard('e')
    await waitFor(() => expect(page.row(other)).toBeNull())
    await page.isOpen(third)
    await expect(page.row(following)).toHaveFocus()
  },
})

/** The next conversation opens, and its heading gets the focus. */
export const GoesOnAfterSnoozing = meta.story({
  name: 'Next conversation after snoozing',
  tags: ['behaviour'],
  parameters: notPictured,
  play: async ({ canvasElement }) => {
    const page = inboxPage(canvasElement)
    await page.findRows()
    const [first = '', second = ''] = page.ids()
    await userEvent.click(page.row(first) as HTMLElement)
    await page.isOpen(first)
    await userEvent.click(await within(page.part('support-inbox-thread')!).findByRole('button', { name: 'Snooze' }))
    await userEvent.click(await body().findByRole('button', { name: /^Tomorrow/ }))
    await page.isOpen(second)
    await waitFor(() => expect(page.part('thread-title')).toHaveFocus())
    await waitFor(() => expect(getState(first)).toBe('snoozed'))
    await expect(page.row(first)).toBeNull()
  },
})

/** With `afterClose="stay"`, the closed conversation stays open. */
export const StaysAfterClosing = meta.story({
  name: 'Stay after closing',
  tags: ['behaviour'],
  parameters: notPictured,
  args: { afterClose: 'stay' },
  play: async ({ canvasElement }) => {
    const page = inboxPage(canvasElement)
    await page.findRows()
    const [first = ''] = page.ids()
    await userEvent.click(page.row(first) as HTMLElement)
    await waitFor(() => expect(page.part('thread-title')).not.toBeNull())
    const title = page.part('thread-title')?.textContent
    await userEvent.keyboard('e')
    await waitFor(() => expect(page.row(first)).toBeNull())
    await expect(page.part('thread-title')).toHaveTextContent(title ?? '')
    await waitFor(() => expect(getState(first)).toBe('closed'))
  },
})

/** On touch screens, "Select" or a long press shows the checkboxes. Swipes close and snooze, as the menus do. */
export const Touch = meta.story({
  name: 'Touch',
  ...onPhone,
  globals: { ...onPhone.globals, pointer: 'touch' },
  play: async ({ canvas, canvasElement }) => {
    const page = inboxPage(canvasElement)
    await page.findRows()
    await expect(canvas.queryByRole('checkbox')).toBeNull()
    const select = await canvas.findByRole('button', { name: 'Select' })
    await userEvent.click(select)
    await expect(canvas.getAllByRole('checkbox').length).toBeGreaterThan(1)
    await userEvent.click(page.check(page.ids()[1] ?? ''))
    await expect(page.selected()).toBe('1 selected')
    await userEvent.click(canvas.getByRole('button', { name: 'Clear selection' }))
    await waitFor(() => expect(canvas.queryByRole('checkbox')).toBeNull())
    await userEvent.click(await canvas.findByRole('button', { name: 'Select' }))
    await userEvent.click(page.check(page.ids()[1] ?? ''))
    await expect(canvasElement.scrollWidth).toBeLessThanOrEqual(canvasElement.clientWidth)
  },
})
