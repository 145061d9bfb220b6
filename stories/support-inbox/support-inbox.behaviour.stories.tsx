import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { SupportInbox } from '@/components/intercom/support-inbox'
import { Button } from '@/components/ui/button'
import { notPictured, onDesktop, onPhone, onTablet } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { world } from '../../.storybook/world'
import { wholePage } from './whole-page'

const meta = preview.meta({
  title: 'Inbox/SupportInbox/Behaviour',
  tags: ['behaviour', '!autodocs', '!manifest'],
  component: SupportInbox,
  args: { className: 'h-dvh', onSelectedIdChange: fn(), onFilterChange: fn() },
  globals: onDesktop.globals,
  parameters: { ...notPictured, a11y: wholePage, docs: { story: { height: '720px' } } },
})

/** Waits for the list's rows. */
async function findRows(canvasElement: HTMLElement): Promise<HTMLElement[]> {
  const list = await within(canvasElement).findByRole('navigation')
  await within(list).findAllByRole('listitem')
  return [...list.querySelectorAll<HTMLElement>('[data-item-id]')]
}

/** Finds rows of three different named customers. */
async function findThreeCustomers(canvasElement: HTMLElement) {
  const rows = await findRows(canvasElement)
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

const getSlot = (canvasElement: HTMLElement, name: string) =>
  canvasElement.querySelector<HTMLElement>(`[data-slot=${name}]`) as HTMLElement

/** Finds another conversation that the customer has alone. */
async function findOtherConversation(card: HTMLElement): Promise<HTMLElement> {
  return waitFor(() => {
    const rows = [...card.querySelectorAll<HTMLElement>('[data-slot=customer-conversations] [data-item-id]')]
    const row = rows.find((element) => !element.textContent.includes('Several people'))
    if (!row) throw new Error('The customer has no other conversation.')
    return row
  })
}

/** Rows ignore clicks while the list scrolls, which starts in the next frame. */
async function waitForScrollEnd(row: HTMLElement): Promise<void> {
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
  await waitFor(() => expect(getComputedStyle(row).pointerEvents).not.toBe('none'))
}

/** A click opens the conversation and its customer, and the focus stays in the list. */
export const OpensByMouse = meta.story({
  name: 'Open by mouse',
  play: async ({ canvas, canvasElement, args }) => {
    const [noor, ravi] = await findThreeCustomers(canvasElement)
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

/** The list is one tab stop. Arrow keys move in it, and Enter opens. */
export const OpensByKeyboard = meta.story({
  name: 'Open by keyboard',
  play: async ({ canvas, canvasElement }) => {
    const rows = await findRows(canvasElement)
    canvas.getByRole('button', { name: /^New message/ }).focus()
    await userEvent.tab()
    await expect(rows[0]).toHaveFocus()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
    await expect(rows[2]).toHaveAttribute('aria-current', 'true')
    await expect(await canvas.findByRole('log')).toBeVisible()
    await expect(rows[2]).toHaveFocus()
  },
})

/** The conversation replaces the list, and Back returns to the same row. */
export const PhoneThereAndBack = meta.story({
  name: 'Phone: open and go back',
  ...onPhone,
  play: async ({ canvas, canvasElement, args }) => {
    const rows = await findRows(canvasElement)
    const row = rows[7] as HTMLElement
    const scroller = getSlot(canvasElement, 'conversation-list-scroller')
    // Retry until the list has its height.
    await waitFor(async () => {
      row.scrollIntoView({ block: 'center' })
      await expect(scroller.scrollTop).toBeGreaterThan(0)
    })
    const place = scroller.scrollTop
    await waitForScrollEnd(row)

    await userEvent.click(row)
    await expect(canvas.getByRole('button', { name: 'Back to conversations' })).toBeVisible()
    await expect(canvas.queryByRole('navigation')).toBeNull()
    await waitFor(() => expect(getSlot(canvasElement, 'thread-title')).toHaveFocus())

    await userEvent.click(canvas.getByRole('button', { name: 'Back to conversations' }))
    await expect(args.onSelectedIdChange).toHaveBeenLastCalledWith(null)
    await expect(canvas.getByRole('navigation')).toBeVisible()
    await expect(canvas.queryByRole('log')).toBeNull()
    await expect(row).toHaveFocus()
    await expect(scroller.scrollTop).toBe(place)
  },
})

/** Without a third column, the customer opens in a sheet that returns the focus when it closes. */
export const CustomerPanel = meta.story({
  name: 'Customer sheet',
  ...onTablet,
  play: async ({ canvas, canvasElement }) => {
    const [, , maya] = await findThreeCustomers(canvasElement)
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

    // Leave the sheet open for the picture.
    await userEvent.click(button)
    await findOtherConversation(await within(document.body).findByRole('dialog', { name: 'Customer' }))
  },
})

/** The columns follow the arrow keys on the line between them, and the list keeps its width when it is shown again. */
export const ResizesColumns = meta.story({
  name: 'Resize the columns',
  play: async ({ canvas, canvasElement }) => {
    const [first] = await findRows(canvasElement)
    await userEvent.click(first as HTMLElement)
    const getWidth = (name: string) => getSlot(canvasElement, `support-inbox-${name}`)?.getBoundingClientRect().width ?? 0
    const share = canvasElement.querySelector('[data-slot=support-inbox]')?.clientWidth ?? 0
    await expect(getWidth('list')).toBeCloseTo(Math.min(440, Math.max(320, share * 0.24)), 0)
    const handle = await canvas.findByRole('separator', { name: 'Resize the list' })
    const before = getWidth('list')
    handle.focus()
    await userEvent.keyboard('{ArrowRight}')
    await waitFor(() => expect(getWidth('list')).toBeGreaterThan(before + 10))

    const wide = getWidth('list')
    await userEvent.click(await canvas.findByRole('button', { name: 'Hide customer' }))
    await waitFor(() => expect(getWidth('card')).toBe(0))
    await expect(canvas.queryByRole('complementary')).toBeNull()
    await userEvent.click(canvas.getByRole('button', { name: 'Show customer' }))
    await waitFor(() => expect(getWidth('card')).toBeGreaterThan(250))
    await expect(Math.abs(getWidth('list') - wide)).toBeLessThan(3)
  },
})

const actionNames = ['Close', 'Snooze', 'Assign']

/** A wider inbox never has fewer actions. From 360 px of conversation on, they are in words. */
export const ActionsAtEveryWidth = meta.story({
  name: 'Actions at every width',
  args: { defaultSelectedId: '215471000000007', className: 'h-full' },
  render: (args) => (
    <div className="h-dvh">
      <SupportInbox {...args} />
    </div>
  ),
  play: async ({ canvas, canvasElement }) => {
    await canvas.findByRole('button', { name: 'Close' })
    const thread = getSlot(canvasElement, 'support-inbox-thread')
    const frame = getSlot(canvasElement, 'support-inbox').parentElement as HTMLElement
    const isReachable = (button: HTMLElement) => {
      const [own, box] = [button.getBoundingClientRect(), thread.getBoundingClientRect()]
      const isInside = own.left >= box.left && own.right <= box.right && own.top >= box.top && own.bottom <= box.bottom
      return isInside && own.width >= 32 && button.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    }
    for (let width = 320; width <= 1920; width += 20) {
      frame.style.width = `${width}px`
      await new Promise(requestAnimationFrame)
      const buttons = [...thread.querySelectorAll<HTMLElement>('button')].filter(isReachable)
      const names = buttons.map((button) => button.querySelector('span')?.textContent ?? '')
      await expect({ width, names: actionNames.filter((name) => names.includes(name)) }).toEqual({ width, names: actionNames })
      if (thread.clientWidth < 360) continue
      const words = buttons.map((button) => button.querySelector('span')).filter((word) => (word?.clientWidth ?? 0) > 10)
      await expect({ width, words: words.map((word) => word?.textContent) }).toMatchObject({ width, words: expect.arrayContaining(actionNames) })
    }
  },
})

/** The layout depends on the width of the inbox, not of the window. */
export const InANarrowBox = meta.story({
  name: 'Narrow container',
  args: { className: 'h-full' },
  render: (args) => (
    <div className="h-dvh w-160 border-e">
      <SupportInbox {...args} />
    </div>
  ),
  play: async ({ canvas, canvasElement }) => {
    const rows = await findRows(canvasElement)
    await expect(canvas.queryByText('Select a conversation')).not.toBeVisible()
    await userEvent.click(rows[1] as HTMLElement)
    await expect(await canvas.findByRole('log')).toBeVisible()
    await expect(canvas.queryByRole('navigation')).toBeNull()
  },
})

/** Opening another conversation of the customer closes the sheet. */
export const OtherConversationFromPanel = meta.story({
  name: 'Other conversation, from the sheet',
  ...onPhone,
  play: async ({ canvas, canvasElement, args }) => {
    const [, , maya] = await findThreeCustomers(canvasElement)
    await userEvent.click(maya.row)
    await userEvent.click(await canvas.findByRole('button', { name: 'Show customer' }))
    const panel = await within(document.body).findByRole('dialog', { name: 'Customer' })
    const other = await findOtherConversation(panel)
    await expect(panel.querySelector(`[data-item-id="${maya.id}"]`)).toBeNull()
    const id = other.dataset.itemId
    await userEvent.click(other)
    await expect(args.onSelectedIdChange).toHaveBeenLastCalledWith(id)
    await expect(within(document.body).queryByRole('dialog')).toBeNull()
    await waitFor(() => expect(getSlot(canvasElement, 'thread-title')).toHaveFocus())
  },
})

/** The selected conversation changes, and the customer and the focus stay. */
export const OtherConversationFromCard = meta.story({
  name: 'Other conversation, from the card',
  play: async ({ canvas, canvasElement, args }) => {
    const [, , maya] = await findThreeCustomers(canvasElement)
    await userEvent.click(maya.row)
    const card = canvas.getByRole('complementary', { name: 'Customer' })
    const other = await findOtherConversation(card)
    const id = other.dataset.itemId
    await userEvent.click(other)
    await expect(args.onSelectedIdChange).toHaveBeenLastCalledWith(id)
    // The previous conversation joins the others, and the customer and the focus stay.
    await waitFor(() => expect(card.querySelector(`[data-item-id="${maya.id}"]`)).not.toBeNull())
    await expect(card.querySelector(`[data-item-id="${id}"]`)).toBeNull()
    await expect(within(card).getByRole('heading', { level: 2, name: maya.name })).toBeVisible()
    await expect(card).toContainElement(document.activeElement as HTMLElement)
  },
})

/** A late response never shows under the conversation selected after it. */
export const QuickSwitch = meta.story({
  name: 'Fast switching',
  play: async ({ canvas, canvasElement }) => {
    const [noor, ravi, maya] = await findThreeCustomers(canvasElement)
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
    const watch = new MutationObserver(() => shown.push(getSlot(canvasElement, 'support-inbox-thread').textContent))
    watch.observe(getSlot(canvasElement, 'support-inbox-thread'), { childList: true, subtree: true, characterData: true })
    await expect(await canvas.findByRole('log', { name: new RegExp(ravi.name) })).toBeVisible()
    await waitFor(() => expect(late.length).toBeGreaterThan(0))
    await Promise.all(late)
    await new Promise((resolve) => setTimeout(resolve, 200))
    watch.disconnect()
    await expect(shown.filter((text) => text.includes(noor.name))).toEqual([])
    const card = canvas.getByRole('complementary', { name: 'Customer' })
    await expect(await within(card).findByRole('heading', { level: 2, name: ravi.name })).toBeVisible()

    // The previous thread disappears while the next one loads.
    world.intercom.handle = (request) => (request.url.includes(maya.id) ? new Promise(() => {}) : handle(request))
    await userEvent.click(maya.row)
    await waitFor(() => expect(getSlot(canvasElement, 'conversation-thread')).toHaveAttribute('aria-busy', 'true'))
    await expect(canvas.queryByRole('log')).toBeNull()
    await expect(await within(card).findByRole('heading', { level: 2, name: maya.name })).toBeVisible()
  },
})

/** One line counts the queue and filters it: by state, new conversations, or those that wait. */
export const FiltersByState = meta.story({
  name: 'Filter by state',
  play: async ({ canvas, canvasElement, args }) => {
    const open = (await findRows(canvasElement)).length
    await expect(canvas.getByText(/^\d+ open$/, { selector: 'p' })).toBeVisible()
    const states = canvas.getByRole('combobox', { name: 'Conversations to show' })
    await userEvent.selectOptions(states, 'snoozed')
    await expect(args.onFilterChange).toHaveBeenLastCalledWith(expect.objectContaining({ state: 'snoozed' }))
    await expect(await canvas.findByText(/^\d+ snoozed$/)).toBeVisible()
    await userEvent.selectOptions(states, 'all')
    await expect(args.onFilterChange).toHaveBeenLastCalledWith(expect.objectContaining({ state: 'all' }))
    await expect(await canvas.findByText(/^\d+ in total$/)).toBeVisible()
    await expect((await findRows(canvasElement)).length).toBeGreaterThan(open)

    const unread = canvas.getByRole('button', { name: /^\d+ new$/ })
    await userEvent.click(unread)
    await expect(args.onFilterChange).toHaveBeenLastCalledWith(expect.objectContaining({ state: 'open', status: 'unread' }))
    await expect(unread).toHaveAttribute('aria-pressed', 'true')
    await waitFor(() => expect(canvas.getAllByText(`${parseInt(unread.textContent)} results`)[0]).toBeVisible())
    await userEvent.click(unread)
    const waiting = canvas.getByRole('button', { name: /waiting$/ })
    await userEvent.click(waiting)
    await expect(args.onFilterChange).toHaveBeenLastCalledWith(expect.objectContaining({ status: null, sort: 'waiting' }))
    await waitFor(() => expect(canvas.getAllByText(`${parseInt(waiting.textContent)} results`)[0]).toBeVisible())
  },
})

/** Conversations that need a reply come first. The others follow under a heading. */
export const Groups = meta.story({
  name: 'Groups',
  play: async ({ canvas, canvasElement }) => {
    await findRows(canvasElement)
    const list = canvas.getByRole('navigation', { name: 'Conversations' })
    const [needing, others] = within(list).getAllByRole('heading', { level: 3 })
    await expect(needing).toHaveTextContent(/^Needs a reply \d+$/)
    await expect(others).toHaveTextContent(/^With the customer \d+$/)
    const statuses = [...list.querySelectorAll('li')].map((item) => item.querySelector('[data-status]')?.getAttribute('data-status'))
    const first = statuses.indexOf('none')
    await expect(others!.closest('li')).toBe(list.querySelectorAll('li')[first])
    await expect(statuses.slice(first)).toEqual(statuses.slice(first).map(() => 'none'))
    // Other states have no groups.
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Conversations to show' }), 'all')
    await waitFor(() => expect(within(list).queryByRole('heading', { level: 3 })).toBeNull())
  },
})

/** The selection changes only when the app sets it. */
export const Controlled = meta.story({
  name: 'Controlled selection',
  args: { selectedId: null },
  play: async ({ canvas, canvasElement, args }) => {
    const [noor] = await findThreeCustomers(canvasElement)
    await userEvent.click(noor.row)
    await expect(args.onSelectedIdChange).toHaveBeenLastCalledWith(noor.id)
    await expect(canvas.queryByRole('log')).toBeNull()
    await expect(noor.row).toHaveAttribute('aria-current', 'false')
  },
})

export const Slots = meta.story({
  name: 'Custom actions and composer',
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

/** The list and the header share one request per page. */
export const AsksOnce = meta.story({
  name: 'Deduplicated requests',
  args: { autoSelect: true },
  play: async ({ canvas }) => {
    await canvas.findByRole('log')
    const searches = world.intercom.requests.filter(
      ({ path, body }) => path === '/conversations/search' && !/contact|"per_page":1[,}]/.test(JSON.stringify(body)),
    )
    await expect(searches).toHaveLength(1)
  },
})
