import type * as React from 'react'
import { expect, fn, userEvent, waitFor } from 'storybook/test'
import { ConversationListView, type ConversationListViewProps } from '@/components/intercom/conversation-list'
import { RequestError } from 'intercom-v0-kit/inbox'
import preview from '../../.storybook/preview'
import { hostileRows, kindsOfRow, manyRows } from './rows.ts'

const assigneeName: ConversationListViewProps['assigneeName'] = (row) =>
  row.admin_assignee_id ? 'Priya Raman' : row.team_assignee_id ? 'Engineering on call' : null

const rows = manyRows(25)

const meta = preview.meta({
  title: 'Inbox/ConversationList/View',
  component: ConversationListView,
  args: {
    conversations: rows,
    assigneeName,
    totalCount: rows.length,
    onSelect: fn(),
    onLoadMore: fn(),
    onRetry: fn(),
    className: 'h-dvh max-w-sm border-e',
  },
})

/** Who has waited for an hour or more has the colour of waiting, read or not. */
export const Default = meta.story({
  play: async ({ canvas }) => {
    const colorOf = (words: string | RegExp) => getComputedStyle(canvas.getAllByText(words)[0]!).color
    await expect(colorOf('waiting 1h')).toBe(colorOf(/^Waiting/))
    await expect(colorOf('waiting 2m')).not.toBe(colorOf(/^Waiting/))
  },
})

/** Unread, waiting, with many tags; without title, name, customer or text; snoozed, closed, old. */
export const KindsOfRow = meta.story({ args: { conversations: kindsOfRow, selectedId: '2' } })
export const KindsOfRowDark = meta.story({ args: KindsOfRow.input.args, globals: { theme: 'dark' } })

/** Names and texts that nobody hopes for. None changes the height of its row, or the order of what stands around it. */
export const HostileText = meta.story({
  args: { conversations: hostileRows },
  play: async ({ canvasElement }) => {
    const heights = [...canvasElement.querySelectorAll('li')].map((row) => row.getBoundingClientRect().height)
    await expect(new Set(heights)).toEqual(new Set([96]))
    await expect(canvasElement.querySelector('nav img, nav script, nav b')).toBeNull()
    for (const row of canvasElement.querySelectorAll('[data-slot=conversation-row]')) {
      await expect(row.scrollWidth).toBeLessThanOrEqual(row.clientWidth)
    }
  },
})
export const HostileTextRightToLeft = meta.story({
  args: { conversations: hostileRows },
  globals: { dir: 'rtl', locale: 'ar' },
})

/** From a narrow column to a wide one. */
export const Widths = meta.story({
  args: { conversations: kindsOfRow },
  render: (args) => (
    <div className="flex gap-6 overflow-x-auto p-4">
      {['w-60', 'w-80', 'w-[30rem]'].map((width) => (
        <ConversationListView key={width} {...args} label={width} className={`h-[44rem] shrink-0 border ${width}`} />
      ))}
    </div>
  ),
})

/** Ten thousand rows cost no more than those that are seen. */
export const Stress = meta.story({
  args: { conversations: manyRows(10_000), totalCount: 10_000 },
  play: async ({ canvas, canvasElement }) => {
    await waitFor(() => expect(canvas.getAllByRole('listitem').length).toBeGreaterThan(5))
    await expect(canvasElement.querySelectorAll('li').length).toBeLessThan(40)
    await expect(canvas.getAllByRole('listitem')[0]).toHaveAttribute('aria-setsize', '10000')

    await userEvent.tab()
    const first = document.activeElement?.getAttribute('aria-label')
    await userEvent.keyboard('{End}')
    await waitFor(() => expect(document.activeElement?.closest('li')).toHaveAttribute('aria-posinset', '10000'))
    await waitFor(() => expect(document.activeElement).toBeVisible())
    await waitFor(() => {
      const box = document.activeElement?.getBoundingClientRect()
      return expect(box && box.bottom <= innerHeight + 1 && box.top >= 0).toBe(true)
    })
    await expect(canvasElement.querySelectorAll('li').length).toBeLessThan(40)
    await userEvent.keyboard('{Home}')
    await waitFor(() => expect(document.activeElement).toHaveAttribute('aria-label', first))
  },
})

/** Names of assignees come later than the rows; their places are kept. */
export const AssigneesOnTheirWay = meta.story({ args: { assigneeName: () => undefined } })

/** At the end of the rows. */
export const LoadingMore = meta.story({
  args: { hasMore: true, isLoadingMore: true, totalCount: 240 },
  play: async ({ canvas, canvasElement }) => {
    const scroller = canvasElement.querySelector<HTMLElement>('[data-slot=conversation-list-scroller]')!
    await waitFor(() => expect(scroller.scrollHeight).toBeGreaterThan(rows.length * 96))
    scroller.scrollTop = scroller.scrollHeight
    const more = canvas.getByRole('button', { name: 'Loading more' })
    await waitFor(() => expect(more.getBoundingClientRect().bottom).toBeLessThanOrEqual(innerHeight))
  },
})

/** The rows stay, and stay where they are. */
export const RefreshFailed = meta.story({
  args: { error: new RequestError('offline', 'The server could not be reached.'), hasMore: true },
  play: async ({ canvas, args }) => {
    await expect(canvas.getByRole('alert')).toHaveTextContent('offline')
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }))
    await expect(args.onRetry).toHaveBeenCalledOnce()
  },
})

/** Each row has an address of its own: it can be opened in another tab. */
export const Links = meta.story({
  args: {
    hrefFor: (id: string) => `#/inbox/${id}`,
    onSelect: fn((_id: string, event: React.MouseEvent) => event.preventDefault()),
  },
  play: async ({ canvas, args }) => {
    const [first] = canvas.getAllByRole('link')
    await expect(first).toHaveAttribute('href', '#/inbox/215471000000001')
    first?.focus()
    await userEvent.keyboard('[Space]')
    await expect(args.onSelect).toHaveBeenCalledWith('215471000000001', expect.anything())
  },
})

/** A list of its own kind says what would be in it. */
export const EmptySnoozed = meta.story({ args: { conversations: [], kind: 'snoozed' } })
export const EmptyFiltered = meta.story({ args: { conversations: [], kind: 'filtered' } })
