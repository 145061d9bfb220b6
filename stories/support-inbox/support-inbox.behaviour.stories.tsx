import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { SupportInbox } from '@/components/intercom/support-inbox'
import { Button } from '@/components/ui/button'
import { onDesktop, onPhone, onTablet } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { world } from '../../.storybook/world'
import { wholePage } from './whole-page'

const meta = preview.meta({
  title: 'Inbox/SupportInbox/Behaviour',
  component: SupportInbox,
  args: { className: 'h-dvh', onSelectedIdChange: fn(), onFilterChange: fn() },
  globals: onDesktop.globals,
  parameters: { ...onDesktop.parameters, a11y: wholePage, docs: { story: { height: '720px' } } },
})

/** The list's rows, once they are there. */
async function rowsOf(canvasElement: HTMLElement): Promise<HTMLElement[]> {
  const list = await within(canvasElement).findByRole('navigation')
  await within(list).findAllByRole('listitem')
  return [...list.querySelectorAll<HTMLElement>('[data-item-id]')]
}

/** The rows of three different customers whose names are known. */
async function threeCustomers(canvasElement: HTMLElement) {
  const rows = await rowsOf(canvasElement)
  return ['Noor Haddad', 'Ravi Subramaniam', 'Maya Okafor'].map((name) => {
    const row = rows.find((element) => element.getAttribute('aria-label')?.startsWith(name))
    if (!row) throw new Error(`The support week has no open conversation of ${name}.`)
    return { name, row, id: row.dataset.itemId ?? '' }
  }) as [Customer, Customer, Customer]
}

interface Customer {
  name: string
  row: HTMLElement
  id: string
}

const slot = (canvasElement: HTMLElement, name: string) =>
  canvasElement.querySelector<HTMLElement>(`[data-slot=${name}]`) as HTMLElement

/** One of a customer's other conversations, with that customer alone. */
async function otherConversation(card: HTMLElement): Promise<HTMLElement> {
  return waitFor(() => {
    const rows = [...card.querySelectorAll<HTMLElement>('[data-slot=customer-conversations] [data-item-id]')]
    const row = rows.find((element) => !element.textContent.includes('Several people'))
    if (!row) throw new Error('The customer has no other conversation.')
    return row
  })
}

/** Rows take no clicks while the list scrolls, which it does from the next frame on. */
async function settled(row: HTMLElement): Promise<void> {
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
  await waitFor(() => expect(getComputedStyle(row).pointerEvents).not.toBe('none'))
}

/** A click opens a conversation, and its customer comes along; the focus stays in the list. */
export const OpensByMouse = meta.story({
  play: async ({ canvas, canvasElement, args }) => {
    const [noor, ravi] = await threeCustomers(canvasElement)
    for (const { name, row, id } of [noor, ravi]) {
      await userEvent.click(row)
      await expect(args.onSelectedIdChange).toHaveBeenLastCalledWith(id)
      await expect(row).toHaveAttribute('aria-current', 'true')
      await expect(row).toHaveFocus()
      await expect(await canvas.findByRole('log', { name: new RegExp(name) })).toBeVisible()
      const card = canvas.getByRole('complementary', { name: 'Customer' })
      await expect(await within(card).findByRole('heading', { level: 2, name })).toBeVisible()
    }
    await expect(noor.row).toHaveAttribute('aria-current', 'false')
  },
})

/** The list is one stop for Tab; arrows move in it, Enter opens. */
export const OpensByKeyboard = meta.story({
  play: async ({ canvas, canvasElement }) => {
    const rows = await rowsOf(canvasElement)
    canvas.getByRole('radio', { name: /^Open/ }).focus()
    await userEvent.tab()
    await expect(rows[0]).toHaveFocus()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
    await expect(rows[2]).toHaveAttribute('aria-current', 'true')
    await expect(await canvas.findByRole('log')).toBeVisible()
    await expect(rows[2]).toHaveFocus()
  },
})

/** On a phone the conversation takes the list's place, and the way back leads to where one was. */
export const PhoneThereAndBack = meta.story({
  ...onPhone,
  play: async ({ canvas, canvasElement, args }) => {
    const rows = await rowsOf(canvasElement)
    const row = rows[7] as HTMLElement
    const scroller = slot(canvasElement, 'conversation-list-scroller')
    // Again, where the list has just got its height.
    await waitFor(async () => {
      row.scrollIntoView({ block: 'center' })
      await expect(scroller.scrollTop).toBeGreaterThan(0)
    })
    const place = scroller.scrollTop
    await settled(row)

    await userEvent.click(row)
    await expect(canvas.getByRole('button', { name: 'Back to conversations' })).toBeVisible()
    await expect(canvas.queryByRole('navigation')).toBeNull()
    await waitFor(() => expect(slot(canvasElement, 'thread-title')).toHaveFocus())

    await userEvent.click(canvas.getByRole('button', { name: 'Back to conversations' }))
    await expect(args.onSelectedIdChange).toHaveBeenLastCalledWith(null)
    await expect(canvas.getByRole('navigation')).toBeVisible()
    await expect(canvas.queryByRole('log')).toBeNull()
    await expect(row).toHaveFocus()
    await expect(scroller.scrollTop).toBe(place)
  },
})

/** Where there is no third column, the customer is laid over; closing it gives the focus back. */
export const CustomerPanel = meta.story({
  ...onTablet,
  play: async ({ canvas, canvasElement }) => {
    const [, , maya] = await threeCustomers(canvasElement)
    await userEvent.click(maya.row)
    await canvas.findByRole('log')
    await expect(canvas.queryByRole('complementary')).toBeNull()
    const button = canvas.getByRole('button', { name: 'Show customer' })
    await userEvent.click(button)
    const panel = await within(document.body).findByRole('dialog', { name: 'Customer' })
    await expect(await within(panel).findByRole('heading', { level: 3, name: 'Attributes' })).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect(within(document.body).queryByRole('dialog')).toBeNull()
    await expect(button).toHaveFocus()

    // Left open, to be looked at.
    await userEvent.click(button)
    await otherConversation(await within(document.body).findByRole('dialog', { name: 'Customer' }))
  },
})

/** The columns follow the arrow keys on the line between them, and the list keeps its width when it is shown again. */
export const ResizesColumns = meta.story({
  play: async ({ canvas, canvasElement }) => {
    const [first] = await rowsOf(canvasElement)
    await userEvent.click(first as HTMLElement)
    const widthOf = (name: string) => slot(canvasElement, `support-inbox-${name}`)?.getBoundingClientRect().width ?? 0
    const share = canvasElement.querySelector('[data-slot=support-inbox]')?.clientWidth ?? 0
    await expect(widthOf('list')).toBeCloseTo(Math.min(440, Math.max(320, share * 0.24)), 0)
    const handle = await canvas.findByRole('separator', { name: 'Resize the list' })
    const before = widthOf('list')
    handle.focus()
    await userEvent.keyboard('{ArrowRight}')
    await waitFor(() => expect(widthOf('list')).toBeGreaterThan(before + 10))

    const wide = widthOf('list')
    await userEvent.click(await canvas.findByRole('button', { name: 'Hide customer' }))
    await waitFor(() => expect(widthOf('card')).toBe(0))
    await expect(canvas.queryByRole('complementary')).toBeNull()
    await userEvent.click(canvas.getByRole('button', { name: 'Show customer' }))
    await waitFor(() => expect(widthOf('card')).toBeGreaterThan(250))
    await expect(Math.abs(widthOf('list') - wide)).toBeLessThan(3)
  },
})

/** What counts is the room that the inbox has, not the size of the window. */
export const InANarrowBox = meta.story({
  args: { className: 'h-full' },
  render: (args) => (
    <div className="h-dvh w-160 border-e">
      <SupportInbox {...args} />
    </div>
  ),
  play: async ({ canvas, canvasElement }) => {
    const rows = await rowsOf(canvasElement)
    await expect(canvas.queryByText('Pick a conversation')).not.toBeVisible()
    await userEvent.click(rows[1] as HTMLElement)
    await expect(await canvas.findByRole('log')).toBeVisible()
    await expect(canvas.queryByRole('navigation')).toBeNull()
  },
})

/** Another conversation of the same customer opens from the panel, which makes way for it. */
export const OtherConversationFromPanel = meta.story({
  ...onPhone,
  play: async ({ canvas, canvasElement, args }) => {
    const [, , maya] = await threeCustomers(canvasElement)
    await userEvent.click(maya.row)
    await userEvent.click(canvas.getByRole('button', { name: 'Show customer' }))
    const panel = await within(document.body).findByRole('dialog', { name: 'Customer' })
    const other = await otherConversation(panel)
    await expect(panel.querySelector(`[data-item-id="${maya.id}"]`)).toBeNull()
    const id = other.dataset.itemId
    await userEvent.click(other)
    await expect(args.onSelectedIdChange).toHaveBeenLastCalledWith(id)
    await expect(within(document.body).queryByRole('dialog')).toBeNull()
    await waitFor(() => expect(slot(canvasElement, 'thread-title')).toHaveFocus())
  },
})

/** Another conversation of the same customer opens from the third column. */
export const OtherConversationFromCard = meta.story({
  play: async ({ canvas, canvasElement, args }) => {
    const [, , maya] = await threeCustomers(canvasElement)
    await userEvent.click(maya.row)
    const card = canvas.getByRole('complementary', { name: 'Customer' })
    const other = await otherConversation(card)
    const id = other.dataset.itemId
    await userEvent.click(other)
    await expect(args.onSelectedIdChange).toHaveBeenLastCalledWith(id)
    // The one that was open takes its place among the others; the customer, and the keyboard's place, stay.
    await waitFor(() => expect(card.querySelector(`[data-item-id="${maya.id}"]`)).not.toBeNull())
    await expect(card.querySelector(`[data-item-id="${id}"]`)).toBeNull()
    await expect(within(card).getByRole('heading', { level: 2, name: maya.name })).toBeVisible()
    await expect(card).toContainElement(document.activeElement as HTMLElement)
  },
})

/** The answer that comes late belongs to the conversation that was left: it never shows under the other one. */
export const QuickSwitch = meta.story({
  play: async ({ canvas, canvasElement }) => {
    const [noor, ravi, maya] = await threeCustomers(canvasElement)
    const { handle } = world.intercom
    const late: Promise<unknown>[] = []
    world.intercom.handle = async (request) => {
      const response = handle(request)
      if (!request.url.includes(noor.id)) return response
      const wait = new Promise((resolve) => setTimeout(resolve, 900))
      late.push(wait)
      await wait
      return response
    }
    await userEvent.click(noor.row)
    await userEvent.click(ravi.row)
    const shown: string[] = []
    const watch = new MutationObserver(() => shown.push(slot(canvasElement, 'support-inbox-thread').textContent))
    watch.observe(slot(canvasElement, 'support-inbox-thread'), { childList: true, subtree: true, characterData: true })
    await expect(await canvas.findByRole('log', { name: new RegExp(ravi.name) })).toBeVisible()
    await waitFor(() => expect(late.length).toBeGreaterThan(0))
    await Promise.all(late)
    await new Promise((resolve) => setTimeout(resolve, 200))
    watch.disconnect()
    await expect(shown.filter((text) => text.includes(noor.name))).toEqual([])
    const card = canvas.getByRole('complementary', { name: 'Customer' })
    await expect(within(card).getByRole('heading', { level: 2, name: ravi.name })).toBeVisible()

    // Nor does the one that was open stay while the next is on its way.
    world.intercom.handle = (request) => (request.url.includes(maya.id) ? new Promise(() => {}) : handle(request))
    await userEvent.click(maya.row)
    await waitFor(() => expect(slot(canvasElement, 'conversation-thread')).toHaveAttribute('aria-busy', 'true'))
    await expect(canvas.queryByRole('log')).toBeNull()
    await expect(await within(card).findByRole('heading', { level: 2, name: maya.name })).toBeVisible()
  },
})

/** Open, snoozed, closed, all: radio buttons, with their keyboard. */
export const FiltersByState = meta.story({
  play: async ({ canvas, canvasElement, args }) => {
    const open = (await rowsOf(canvasElement)).length
    await expect(canvas.getByText(/^\d+ open$/)).toBeVisible()
    canvas.getByRole('radio', { name: /^Open/ }).focus()
    await userEvent.keyboard('{ArrowRight}')
    await expect(args.onFilterChange).toHaveBeenLastCalledWith(expect.objectContaining({ state: 'snoozed' }))
    await expect(await canvas.findByText(/^\d+ snoozed$/)).toBeVisible()
    await userEvent.click(canvas.getByRole('radio', { name: /^All/ }))
    await expect(args.onFilterChange).toHaveBeenLastCalledWith(expect.objectContaining({ state: 'all' }))
    await expect(await canvas.findByText(/^\d+ in total$/)).toBeVisible()
    await expect((await rowsOf(canvasElement)).length).toBeGreaterThan(open)
  },
})

/** Where the app holds the selection, nothing opens without its word. */
export const Controlled = meta.story({
  args: { selectedId: null },
  play: async ({ canvas, canvasElement, args }) => {
    const [noor] = await threeCustomers(canvasElement)
    await userEvent.click(noor.row)
    await expect(args.onSelectedIdChange).toHaveBeenLastCalledWith(noor.id)
    await expect(canvas.queryByRole('log')).toBeNull()
    await expect(noor.row).toHaveAttribute('aria-current', 'false')
  },
})

/** Room for what comes with the answer: controls in the header, a composer below. */
export const Slots = meta.story({
  args: {
    defaultSelectedId: '215471000000007',
    actions: (id) => <Button variant="outline" size="sm" data-conversation={id}>Escalate</Button>,
    composer: (id) => (
      <p data-conversation={id} className="border-t bg-muted p-4 text-sm text-muted-foreground">
        Replies are paused during the migration.
      </p>
    ),
  },
  play: async ({ canvas, args: { defaultSelectedId: id } }) => {
    await expect(await canvas.findByRole('button', { name: 'Escalate' })).toHaveAttribute('data-conversation', id)
    await expect(canvas.getByText('Replies are paused during the migration.')).toHaveAttribute('data-conversation', id)
  },
})

/** The list asks Intercom once for a page, although the header and the list both need it. Counting asks for one row each. */
export const AsksOnce = meta.story({
  args: { autoSelect: true },
  play: async ({ canvas }) => {
    await canvas.findByRole('log')
    const searches = world.intercom.requests.filter(
      ({ path, body }) => path === '/conversations/search' && !/contact|"per_page":1[,}]/.test(JSON.stringify(body)),
    )
    await expect(searches).toHaveLength(1)
  },
})
