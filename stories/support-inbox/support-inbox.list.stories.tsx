import * as React from 'react'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { SupportInbox } from '@/components/intercom/support-inbox'
import { fromSearchParams, toSearchParams } from 'intercom-v0-kit/inbox'
import { notPictured, onDesktop } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { world } from '../../.storybook/world'
import { inboxPage } from './rows'
import { wholePage } from './whole-page'

const meta = preview.meta({
  title: 'Inbox/SupportInbox/List',
  component: SupportInbox,
  args: { className: 'h-dvh', onFilterChange: fn() },
  globals: onDesktop.globals,
  parameters: { ...onDesktop.parameters, a11y: wholePage, docs: { story: { height: '720px' } } },
})

/** Returns the searches for list rows, oldest first, without the requests for counts. */
const listSearches = () =>
  world.intercom.requests
    .filter(({ path, body }) => path === '/conversations/search' && !/"per_page":1[,}]/.test(JSON.stringify(body)))
    .map(({ body }) => JSON.stringify(body))

const parseSearchWords = (body: string) => [...body.matchAll(/"operator":"~","value":"(\w+)"/g)].map(([, word]) => word)

/** Only the text after a pause in typing is searched for. */
export const Search = meta.story({
  args: { defaultFilter: { state: 'all' } },
  play: async ({ canvas, canvasElement, args }) => {
    const page = inboxPage(canvasElement)
    await page.findRows()
    const before = listSearches().length
    const field = canvas.getByRole('searchbox', { name: 'Search conversations' })
    await userEvent.type(field, 'invoice')
    await waitFor(() => expect(listSearches().length).toBeGreaterThan(before))
    await expect(listSearches().slice(before).flatMap(parseSearchWords)).toEqual(['invoice'])
    await expect(args.onFilterChange).toHaveBeenLastCalledWith(expect.objectContaining({ q: 'invoice' }))
    await waitFor(() => expect(page.part('conversation-list')).not.toHaveAttribute('data-stale'))
    const found = page.ids().length
    await expect(found).toBeGreaterThan(0)
    const status = page.part('inbox-toolbar')?.querySelector('[role=status]')
    await expect(status).toHaveTextContent(found === 1 ? '1 result' : `${found} results`)
    await expect(field).toHaveFocus()

    // Escape clears the field, and a second Escape focuses the rows.
    await userEvent.keyboard('{Escape}')
    await expect(field).toHaveValue('')
    await expect(args.onFilterChange).toHaveBeenLastCalledWith(expect.objectContaining({ q: '' }))
    await waitFor(() => expect(page.ids().length).toBeGreaterThan(found))
    await userEvent.keyboard('{Escape}')
    await expect(page.rows()).toContain(document.activeElement)

    // Leave the results for the picture.
    await userEvent.type(field, 'invoice')
    await waitFor(() => expect(page.ids()).toHaveLength(found))
    await waitFor(() => expect(page.part('conversation-list')).not.toHaveAttribute('data-stale'))
  },
})

/** The first request is aborted, and its result never shows. */
export const SearchTypedOver = meta.story({
  name: 'Search changed while loading',
  tags: ['behaviour'],
  parameters: notPictured,
  play: async ({ canvas, canvasElement }) => {
    const page = inboxPage(canvasElement)
    const before = (await page.findRows()).length
    const ended: string[] = []
    const { fetch } = window
    window.fetch = (input, init) => {
      const url = String(input)
      init?.signal?.addEventListener('abort', () => ended.push(url))
      return fetch(input, init)
    }
    const { handle } = world.intercom
    world.intercom.handle = async (request) => {
      const body = await request.clone().text()
      const response = await handle(request)
      // The first response arrives last.
      if (parseSearchWords(body).includes('invoice')) await new Promise((resolve) => setTimeout(resolve, 1200))
      return response
    }
    try {
      const field = canvas.getByRole('searchbox')
      await userEvent.type(field, 'invoice')
      await waitFor(() => expect(page.part('conversation-list')).toHaveAttribute('data-stale'))
      // The previous rows stay until the response arrives.
      await expect(page.ids()).toHaveLength(before)
      await userEvent.clear(field)
      await userEvent.type(field, 'refund')
      await waitFor(() => expect(ended.some((url) => url.includes('q=invoice'))).toBe(true))
      await waitFor(() => expect(page.part('conversation-list')).not.toHaveAttribute('data-stale'))
      const shown = page.ids()
      await new Promise((resolve) => setTimeout(resolve, 1500))
      await expect(page.ids()).toEqual(shown)
      await expect(ended.some((url) => url.includes('q=refund'))).toBe(false)
    } finally {
      window.fetch = fetch
    }
  },
})

/** An unfinished word isn't searched for. */
export const SearchWhileComposing = meta.story({
  name: 'Search during IME composition',
  tags: ['behaviour'],
  parameters: notPictured,
  play: async ({ canvas, canvasElement }) => {
    const page = inboxPage(canvasElement)
    await page.findRows()
    const before = listSearches().length
    const field = canvas.getByRole<HTMLInputElement>('searchbox')
    field.focus()
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
    field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))
    set?.call(field, 'ダ')
    field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }))
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }))
    await new Promise((resolve) => setTimeout(resolve, 500))
    await expect(listSearches().length).toBe(before)
    field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }))
    await waitFor(() => expect(listSearches().length).toBeGreaterThan(before))
    // The previous rows are dimmed until the response arrives.
    await waitFor(() => expect(page.part('conversation-list')).toHaveAttribute('aria-busy', 'false'))
  },
})

/** Each filter changes the request and adds a chip that removes it. */
export const Filters = meta.story({
  play: async ({ canvas, canvasElement, step }) => {
    const page = inboxPage(canvasElement)
    await page.findRows()
    await userEvent.click(canvas.getByRole('button', { name: 'Filters and sorting' }))
    const [team] = world.intercom.workspace.teams
    const admin = world.intercom.workspace.admins[1]
    const tag = world.intercom.workspace.tags.find(({ name }) => name === 'Billing')
    await canvas.findByRole('option', { name: admin?.name })
    await canvas.findByRole('option', { name: 'Billing' })

    const table = [
      ['Assigned to', 'me', '"admin_assignee_id"', 'Assigned to: Me'],
      ['Assigned to', 'unassigned', '"team_assignee_id","operator":"=","value":0', 'Assigned to: Nobody'],
      ['Assigned to', admin?.id ?? '', `"${admin?.id}"`, `Assigned to: ${admin?.name}`],
      ['Assigned to', `team:${team?.id}`, '"team_assignee_id"', `Assigned to: ${team?.name}`],
      ['Tag', tag?.id ?? '', '"tag_ids"', 'Tag: Billing'],
      ['Priority', 'priority', '"value":"priority"', 'Priority only'],
      ['Priority', 'not_priority', '"value":"not_priority"', 'Not priority'],
      ['Sort by', 'waiting', '"waiting_since","order":"ascending"', 'Longest waiting'],
      ['Sort by', 'oldest', '"updated_at","order":"ascending"', 'Oldest first'],
    ] as const
    for (const [label, value, asked, chip] of table) {
      await step(chip, async () => {
        const select = canvas.getByRole('combobox', { name: label })
        const first = (select as HTMLSelectElement).options[0]?.value ?? ''
        await userEvent.selectOptions(select, value)
        await waitFor(() => expect(listSearches().at(-1)).toContain(asked))
        await userEvent.click(canvas.getByRole('button', { name: `Remove filter: ${chip}` }))
        await expect(select).toHaveValue(first)
        await expect(canvas.queryByRole('button', { name: /^Remove filter/ })).toBeNull()
        await expect(canvas.getByRole('searchbox')).toHaveFocus()
      })
    }

    // Leave a filter set for the picture.
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Tag' }), 'Billing')
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Sort by' }), 'Longest waiting')
    await expect(canvas.getAllByRole('button', { name: /^Remove filter/ })).toHaveLength(2)
    await waitFor(() => expect(listSearches().at(-1)).toMatch(/"tag_ids".*"waiting_since"/))
    await waitFor(() => expect(page.part('conversation-list')).not.toHaveAttribute('data-stale'))
  },
})

/** Each filter has a chip, one button clears them all, and Escape closes the panel. */
export const Chips = meta.story({
  name: 'Several filters',
  args: { defaultFilter: { assignee: 'me', priority: 'priority', sort: 'waiting' } },
  play: async ({ canvas, args }) => {
    const chips = await canvas.findAllByRole('button', { name: /^Remove filter/ })
    await expect(chips.map(({ textContent }) => textContent)).toEqual(['Assigned to: Me', 'Priority only', 'Longest waiting'])
    const opener = canvas.getByRole('button', { name: 'Filters and sorting, 3 active' })
    await userEvent.click(opener)
    canvas.getByRole('combobox', { name: 'Tag' }).focus()
    await userEvent.keyboard('{Escape}')
    await expect(opener).toHaveFocus()
    await expect(opener).toHaveAttribute('aria-expanded', 'false')
    await userEvent.click(chips[1] as HTMLElement)
    await expect(chips[2]).toHaveFocus()
    await userEvent.click(canvas.getByRole('button', { name: 'Clear filters' }))
    await expect(args.onFilterChange).toHaveBeenLastCalledWith(
      expect.objectContaining({ state: 'open', assignee: null, priority: null, sort: 'newest' }),
    )
  },
})

/** The message repeats the search and the filters. */
export const NothingMatches = meta.story({
  name: 'Empty: nothing matches',
  args: { defaultFilter: { state: 'closed', q: 'xylophone', assignee: 'me' } },
  play: async ({ canvas }) => {
    const list = await canvas.findByRole('navigation')
    await expect(await within(list).findByText('No matching conversations')).toBeVisible()
    await expect(within(list).getByText('Nothing found for: Closed, “xylophone”, Assigned to: Me.')).toBeVisible()
  },
})

/** One button clears everything but the state. */
export const NothingMatchesCleared = meta.story({
  name: 'Empty: filters cleared',
  tags: ['behaviour'],
  parameters: notPictured,
  args: { defaultFilter: { state: 'closed', q: 'xylophone', assignee: 'me' } },
  play: async ({ canvas, canvasElement }) => {
    const list = await canvas.findByRole('navigation')
    await userEvent.click(await within(list).findByRole('button', { name: 'Clear filters' }))
    await inboxPage(canvasElement).findRows()
    await expect(canvas.getByRole('searchbox')).toHaveValue('')
    await expect(canvas.getByRole('combobox', { name: 'Conversations to show' })).toHaveValue('closed')
  },
})

/** The inbox works without counts. */
export const CountsFail = meta.story({
  name: "Counts can't load",
  play: async ({ canvas, canvasElement }) => {
    const { handle } = world.intercom
    world.intercom.handle = async (request) =>
      request.url.endsWith('/conversations/search') && (await request.clone().text()).includes('"per_page":1}')
        ? new Response('{}', { status: 503 })
        : handle(request)
    await inboxPage(canvasElement).findRows()
    await expect(canvas.getByRole('combobox', { name: 'Conversations to show' })).toHaveValue('open')
    await expect(canvas.getByRole('option', { name: 'Snoozed' })).toBeInTheDocument()
    await expect(canvas.queryByRole('alert')).toBeNull()
  },
})

/** The app keeps the filter in the URL, as with `useSearchParams` in Next.js. */
export const InTheAddress = meta.story({
  name: 'Filter in the URL',
  tags: ['behaviour'],
  parameters: notPictured,
  render: function WithAddress(args) {
    const [address, setAddress] = React.useState('?folder=7&state=snoozed&tag_id=nonsense')
    const params = new URLSearchParams(address)
    return (
      <div className="flex h-dvh flex-col">
        <output aria-label="Address" className="border-b px-3 py-1 font-mono text-xs">{address}</output>
        <SupportInbox
          {...args}
          className="min-h-0 flex-1"
          filter={fromSearchParams(params)}
          onFilterChange={(filter) => setAddress(`?${toSearchParams(filter, params)}`)}
        />
      </div>
    )
  },
  play: async ({ canvas, canvasElement }) => {
    await inboxPage(canvasElement).findRows()
    const states = canvas.getByRole('combobox', { name: 'Conversations to show' })
    await expect(states).toHaveValue('snoozed')
    await userEvent.selectOptions(states, 'open')
    await userEvent.type(canvas.getByRole('searchbox'), 'invoice{Enter}')
    await expect(await canvas.findByText('?folder=7&q=invoice')).toBeVisible()
    // The search text has no chip, so there is no list of chips.
    await expect(canvas.getByRole('button', { name: 'Clear filters' })).toBeVisible()
    await expect(canvas.queryByRole('list', { name: 'Active filters' })).toBeNull()
    await waitFor(() => expect(inboxPage(canvasElement).part('conversation-list')).not.toHaveAttribute('data-stale'))
  },
})

/** Customers search their own conversations, without filters, counts or checkboxes. */
export const AsCustomer = meta.story({
  name: 'As a customer',
  args: { audience: 'customer', defaultFilter: { state: 'all' } },
  parameters: { intercom: { signedInAs: 'customer' } },
  play: async ({ canvas, canvasElement }) => {
    const page = inboxPage(canvasElement)
    await page.findRows()
    await expect(canvas.getAllByRole('option').map((option) => option.textContent)).toEqual(['Open', 'Closed', 'All'])
    await expect(canvas.queryByRole('button', { name: /Filters/ })).toBeNull()
    await expect(canvas.queryByRole('checkbox')).toBeNull()
    await userEvent.click(page.rows()[0] as HTMLElement)
    await expect(await canvas.findByRole('log')).toBeVisible()
    // Customers don't need their own customer card.
    await expect(canvas.queryByRole('complementary')).toBeNull()
    await expect(canvas.queryByRole('button', { name: 'Show customer' })).toBeNull()
    await expect(canvas.queryByRole('alert')).toBeNull()
  },
})

/** With no results, nothing asks the customer to select a conversation. */
export const CustomerFindsNothing = AsCustomer.extend({
  name: 'As a customer: no results',
  play: async ({ canvas, canvasElement }) => {
    await inboxPage(canvasElement).findRows()
    await expect(canvas.getByText('Select a conversation')).toBeVisible()
    await userEvent.type(canvas.getByRole('searchbox'), 'xylophone')
    await expect(await canvas.findByText('No matching conversations')).toBeVisible()
    await expect(canvas.queryByText('Select a conversation')).toBeNull()
    await expect(canvas.queryByRole('alert')).toBeNull()
  },
})

/** At 1280 × 800, ten conversations fit, also with the heading of a group between them. None says more than twice that it is unread: by weight and in words. */
export const TenRows = meta.story({
  name: 'Ten rows at 1280 × 800',
  play: async ({ canvasElement }) => {
    const page = inboxPage(canvasElement)
    await page.findRows()
    const list = page.part('conversation-list-scroller')!
    const [row, next] = list.querySelectorAll('li')
    const above = list.getBoundingClientRect().top - canvasElement.ownerDocument.documentElement.getBoundingClientRect().top
    await expect(row!.offsetHeight).toBe(72)
    await waitFor(() => expect(next!.getBoundingClientRect().top - row!.getBoundingClientRect().top).toBe(72))
    // Later groups begin with a heading, in the item of their first row.
    const grouped = [...list.querySelectorAll('li')].find((item) => item.offsetHeight > 72)!
    await expect(within(grouped).getByRole('heading')).toBeVisible()
    await expect(Math.floor((800 - above - (grouped.offsetHeight - 72)) / 72)).toBeGreaterThanOrEqual(10)
    const unread = list.querySelector('[data-status=unread]')!
    await expect(within(unread as HTMLElement).getAllByText(/unread/i)).toHaveLength(1)
    await expect([...unread.querySelectorAll('svg')].filter((icon) => icon.checkVisibility() && icon.matches('.lucide-mail'))).toEqual([])
  },
})

/** A conversation counts as read after 1.5 seconds. `U` marks it as unread again, and it stays so. */
export const ReadOnOpen = meta.story({
  name: 'Read on open',
  play: async ({ canvas, canvasElement }) => {
    const page = inboxPage(canvasElement)
    await page.findRows()
    const status = (id: string) => page.row(id)?.closest('[data-slot=conversation-row]')?.getAttribute('data-status')
    const id = page.ids().find((one) => status(one) === 'unread') ?? ''
    // The page of a test runner has no focus.
    document.hasFocus = () => true
    try {
      await userEvent.click(page.row(id)!)
      await expect(await canvas.findByRole('log')).toBeVisible()
      await expect(status(id)).toBe('unread')
      await waitFor(() => expect(status(id)).not.toBe('unread'), { timeout: 5000 })
      await expect(within(document.body).queryByText('Marked as read')).toBeNull()
      page.row(id)?.focus()
      await userEvent.keyboard('u')
      await waitFor(() => expect(status(id)).toBe('unread'))
      await new Promise((resolve) => setTimeout(resolve, 2000))
      await expect(status(id)).toBe('unread')
    } finally {
      Reflect.deleteProperty(document, 'hasFocus')
    }
  },
})

/** The row under the mouse shows its actions, over its last line. */
export const RowActions = meta.story({
  name: 'Row actions: mouse',
  play: async ({ canvas, canvasElement }) => {
    const page = inboxPage(canvasElement)
    const [, , third] = await page.findRows()
    const heights = page.rows().map((row) => row.closest('li')?.offsetHeight)
    const { top } = third!.getBoundingClientRect()
    await waitFor(async () => {
      await userEvent.hover(third!)
      await expect(page.part('row-actions')).not.toBeNull()
    })
    const bar = page.part('row-actions')!
    await expect(third!.closest('li')).toContainElement(bar)
    await expect(within(bar).getAllByRole('button').map((button) => button.getAttribute('aria-label'))).toEqual(['Close', 'Snooze', 'Assign'])
    // Nothing moves, and the name and the first words stay readable.
    await expect(page.rows().map((row) => row.closest('li')?.offsetHeight)).toEqual(heights)
    await expect(third!.getBoundingClientRect().top).toBe(top)
    await expect(bar.getBoundingClientRect().top).toBeGreaterThan(third!.getBoundingClientRect().bottom)
    await expect(canvas.getAllByRole('toolbar', { name: 'Conversation actions' })).toHaveLength(1)
  },
})

export const RowActionsRightToLeft = RowActions.extend({
  name: 'Row actions: right to left',
  globals: { locale: 'ar', theme: 'dark', ...onDesktop.globals },
  play: async ({ canvasElement }) => {
    const page = inboxPage(canvasElement)
    const [first] = await page.findRows()
    await waitFor(async () => {
      await userEvent.hover(first!)
      await expect(page.part('row-actions')).not.toBeNull()
    })
    const row = first!.closest('li')!.getBoundingClientRect()
    await expect(page.part('row-actions')!.getBoundingClientRect().right).toBeLessThan(row.left + row.width / 2)
  },
})

/** Acts on the row under the mouse, whatever is selected or focused. */
export const RowActionsAct = meta.story({
  name: 'Row actions: close and assign',
  tags: ['behaviour', '!autodocs', '!manifest'],
  parameters: notPictured,
  play: async ({ canvasElement }) => {
    const page = inboxPage(canvasElement)
    await page.findRows()
    await userEvent.click(page.rows()[0]!)
    const [, , third, fourth] = page.ids()
    const press = async (id: string, name: string) => {
      await waitFor(async () => {
        await userEvent.hover(page.row(id)!)
        await expect(page.row(id)?.closest('li')?.querySelector('[data-slot=row-actions]')).not.toBeNull()
      })
      await userEvent.click(within(page.part('row-actions')!).getByRole('button', { name }))
    }
    const lastAction = () => world.intercom.requests.filter(({ method, path }) => method === 'POST' && /\/conversations\/\d+\/parts/.test(path)).at(-1)
    await press(third!, 'Close')
    await waitFor(() => expect(page.row(third!)).toBeNull())
    await waitFor(() => expect(lastAction()?.path).toContain(third))
    await press(fourth!, 'Assign')
    const panel = await within(document.body).findByRole('dialog')
    await userEvent.click((await within(panel).findAllByRole('option')).at(-1)!)
    await waitFor(() => expect(lastAction()?.path).toContain(fourth))
  },
})

/** The focused row has its actions as one more tab stop. Arrows move in it, and Escape returns. */
export const RowActionsByKeyboard = meta.story({
  name: 'Row actions: keyboard',
  tags: ['behaviour'],
  parameters: notPictured,
  play: async ({ canvasElement }) => {
    const page = inboxPage(canvasElement)
    await page.findRows()
    const focused = () => document.activeElement?.getAttribute('aria-label')
    await waitFor(async () => {
      page.rows()[1]!.focus()
      await userEvent.keyboard('{ArrowDown}')
      await expect(page.part('row-actions')).not.toBeNull()
    })
    const row = page.ids()[2]!
    await expect(page.row(row)).toHaveFocus()
    await userEvent.tab()
    // The checkbox of the row.
    await userEvent.tab()
    await expect(focused()).toBe('Close')
    await userEvent.keyboard('{ArrowRight}{ArrowRight}')
    await expect(focused()).toBe('Assign')
    await userEvent.keyboard('{ArrowRight}')
    await expect(focused()).toBe('Close')
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(page.row(row)).toHaveFocus())
    // Keys act on the row with the focused button.
    await userEvent.tab()
    await userEvent.tab()
    await userEvent.keyboard('{ArrowDown}')
    await waitFor(() => expect(page.row(page.ids()[3]!)).toHaveFocus())
    await userEvent.tab()
    await userEvent.tab()
    await expect(focused()).toBe('Close')
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(document.querySelector('[data-radix-popper-content-wrapper]')).toBeNull())
  },
})
