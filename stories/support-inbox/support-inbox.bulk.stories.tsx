import { expect, userEvent, waitFor, within } from 'storybook/test'
import { SupportInbox } from '@/components/intercom/support-inbox'
import { buildLargeWorkspace } from '../../mocks/index.ts'
import { onDesktop, onPhone } from '../../.storybook/modes'
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

const stateOf = (id: string) => world.intercom.workspace.conversations.find((one) => one.id === id)?.state
const body = () => within(document.body)

/** Checkboxes one by one, with Shift a range, on the row itself with Ctrl or Cmd; Escape clears. */
export const Selecting = meta.story({
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
    // The same range, to elsewhere.
    await user.click(at(2))
    await expect(page.selected()).toBe('2 selected')
    await user.keyboard('{/Shift}{Control>}')
    await user.click(page.rows()[6] as HTMLElement)
    await user.keyboard('{/Control}')
    await expect(page.selected()).toBe('3 selected')
    await expect(canvas.queryByRole('log')).toBeNull()
    await expect(at(6)).toHaveAccessibleName(/^Select the conversation with /)

    // By keyboard: from the row with the focus, and on where that ended.
    page.rows()[8]?.focus()
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{ArrowUp}{/Shift}')
    await expect(page.selected()).toBe('5 selected')
    await expect(page.rows()[9]).toHaveFocus()
    await user.keyboard('{Escape}')
    await expect(page.selected()).toBe('none')
    await expect(canvas.getByRole('radio', { name: /^Open/ })).toBeChecked()

    // Left selected, to be looked at.
    page.row(ids[1] ?? '')?.focus()
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}')
    await expect(page.selected()).toBe('3 selected')
  },
})

/** What is selected stays so while more rows come. */
export const SelectsAllThatAreLoaded = meta.story({
  parameters: { intercom: { workspace: () => buildLargeWorkspace(130) } },
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

/** Each row is gone at once; one toast for all of them, which brings all of them back. */
export const ClosesAndUndoes = meta.story({
  // Several are opened again at a time, and stand in the order in which that was done: each time another.
  parameters: { chromatic: { disableSnapshot: true } },
  play: async ({ canvas, canvasElement }) => {
    const page = inboxPage(canvasElement)
    await page.findRows()
    const [before] = [page.ids()]
    const ids = before.slice(0, 6)
    page.rows()[0]?.focus()
    await userEvent.keyboard(`{Shift>}${'{ArrowDown}'.repeat(5)}{/Shift}`)
    await expect(page.selected()).toBe('6 selected')
    await userEvent.click(canvas.getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(ids.some((id) => page.row(id))).toBe(false))
    await body().findByText('6 conversations closed')
    await expect(ids.map(stateOf)).toEqual(ids.map(() => 'closed'))
    await expect(page.row(before[6] ?? '')).toHaveFocus()
    await userEvent.keyboard('z')
    await body().findByText('Undone in 6 conversations')
    // Changed last, they may stand first.
    await waitFor(() => expect(page.ids().toSorted()).toEqual(before.toSorted()))
    await expect(ids.map(stateOf)).toEqual(ids.map(() => 'open'))
  },
})

/** Closes three of which the second fails; gives their ids. */
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

/** What failed is told by row, and stays selected; the rest is done, and can be undone. */
export const SomeFail = meta.story({
  play: async ({ canvas, canvasElement }) => {
    const page = inboxPage(canvasElement)
    const [first, second, third] = await closeWithOneFailure(page)
    await expect(canvas.getByText("1 of 3 couldn't be changed and is as it was.")).toBeVisible()
    await expect([first, second, third].map(stateOf)).toEqual(['closed', 'open', 'closed'])
    await expect(page.row(second)?.closest('li')).toHaveTextContent("Not changed: Intercom isn't responding")
    await expect(page.row(second)).toHaveAccessibleDescription("Not changed: Intercom isn't responding")
    await expect(page.check(second)).toBeChecked()
    await expect(page.selected()).toBe('1 selected')
    // The toast would go by itself at some time.
    const toast = document.querySelector<HTMLElement>('[data-slot=toast]')!
    await userEvent.click(within(toast).getByRole('button', { name: 'Dismiss' }))
  },
})

/** What failed is tried again by one button. */
export const RetriesWhatFailed = meta.story({
  play: async ({ canvas, canvasElement }) => {
    const page = inboxPage(canvasElement)
    const [, second] = await closeWithOneFailure(page)
    world.intercom.setFault(null)
    await userEvent.click(canvas.getByRole('button', { name: 'Retry failed' }))
    await waitFor(() => expect(stateOf(second)).toBe('closed'))
    await waitFor(() => expect(page.row(second)).toBeNull())
    await waitFor(() => expect(canvas.queryByRole('button', { name: 'Retry failed' })).toBeNull())
    await expect(page.selected()).toBe('none')
  },
})

/** Several are snoozed and given away by the dialogs that one is; then the focus is in the list. */
export const SnoozesAndAssigns = meta.story({
  play: async ({ canvas, canvasElement }) => {
    const page = inboxPage(canvasElement)
    await page.findRows()
    const [first = '', second = '', third = ''] = page.ids()
    await userEvent.click(page.check(first))
    await userEvent.click(page.check(second))
    await userEvent.click(canvas.getByRole('button', { name: 'Snooze' }))
    const dialog = await body().findByRole('dialog')
    // A date of their own, beside the presets.
    await userEvent.type(within(dialog).getByRole('textbox'), '2031-01-07')
    await userEvent.click(within(dialog).getByRole('button', { name: /^Snooze/ }))
    await body().findByText('2 conversations snoozed')
    await expect([first, second].map(stateOf)).toEqual(['snoozed', 'snoozed'])
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

/** After closing, the next one is open; the focus stays with the reader, in the list or in the conversation. */
export const GoesOnAfterClosing = meta.story({
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

    // A row that is not open is closed without opening another.
    const [, , other = '', following = ''] = page.ids()
    page.row(other)?.focus()
    await userEvent.keyboard('e')
    await waitFor(() => expect(page.row(other)).toBeNull())
    await page.isOpen(third)
    await expect(page.row(following)).toHaveFocus()
  },
})

/** So it does after snoozing with the button above the conversation: the focus goes along, to the next one's heading. */
export const GoesOnAfterSnoozing = meta.story({
  play: async ({ canvas, canvasElement }) => {
    const page = inboxPage(canvasElement)
    await page.findRows()
    const [first = '', second = ''] = page.ids()
    await userEvent.click(page.row(first) as HTMLElement)
    await page.isOpen(first)
    await userEvent.click(await canvas.findByRole('button', { name: 'Snooze' }))
    await userEvent.click(await body().findByRole('button', { name: /^Tomorrow/ }))
    await page.isOpen(second)
    await waitFor(() => expect(page.part('thread-title')).toHaveFocus())
    await waitFor(() => expect(stateOf(first)).toBe('snoozed'))
    await expect(page.row(first)).toBeNull()
  },
})

/** With `afterClose="stay"` the conversation that was closed is still there to be read. */
export const StaysAfterClosing = meta.story({
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
    await waitFor(() => expect(stateOf(first)).toBe('closed'))
  },
})

/** Where a finger points, each row has its checkbox beside the picture. */
export const OnAPhone = meta.story({
  ...onPhone,
  play: async ({ canvasElement }) => {
    const page = inboxPage(canvasElement)
    await page.findRows()
    await userEvent.click(page.check(page.ids()[1] ?? ''))
    await expect(page.selected()).toBe('1 selected')
    await expect(canvasElement.scrollWidth).toBeLessThanOrEqual(canvasElement.clientWidth)
  },
})
