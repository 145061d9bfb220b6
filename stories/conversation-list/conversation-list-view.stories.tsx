import type * as React from 'react'
import { expect, fn, userEvent, waitFor } from 'storybook/test'
import { ConversationListView, type ConversationListViewProps } from '@/components/intercom/conversation-list'
import { RequestError } from 'intercom-v0-kit/inbox'
import { alsoIn } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { hostileRows, kindsOfRow, buildRows, waitingRows } from './rows.ts'

const assigneeName: ConversationListViewProps['assigneeName'] = (row) =>
  row.admin_assignee_id ? 'Priya Raman' : row.team_assignee_id ? 'Engineering on call' : null

const rows = buildRows(25)

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

/** A wait of an hour or more uses the waiting colour, whether the row is read or not. */
export const Default = meta.story({
  play: async ({ canvas, canvasElement }) => {
    const readColor = (element: Element) => getComputedStyle(element).color
    const [badge] = canvas.getAllByText('Waiting')
    const times = [...canvasElement.querySelectorAll('time')]
    const findTime = (text: string) => times.find(({ textContent }) => textContent === text)!
    await expect(readColor(findTime('1h'))).toBe(readColor(badge!))
    await expect(readColor(findTime('2m'))).not.toBe(readColor(badge!))
  },
})

/** The arc around a picture fills until the reply target: calm before it, amber after it, red from twice the target. */
export const WaitingRings = meta.story({
  name: 'Waiting rings',
  args: { conversations: waitingRows, selectedId: '32' },
  play: async ({ canvas, canvasElement }) => {
    const levels = [...canvasElement.querySelectorAll('[data-slot=waiting-ring]')].map((ring) => ring.getAttribute('data-level'))
    await expect(levels).toEqual(['calm', 'calm', 'calm', 'over', 'over', 'late'])
    const [first, , third] = canvas.getAllByRole('button', { name: /:/ })
    await expect(first).toHaveAccessibleDescription(/Waiting 0 minutes of 60\./)
    await expect(third).toHaveAccessibleDescription(/Waiting 45 minutes of 60\./)
    await expect(canvas.getByRole('button', { name: /^Kwame/ })).toHaveAccessibleDescription(/Waiting 1 hour, target 60 minutes\./)
  },
})
export const WaitingRingsDark = meta.story({
  name: 'Waiting rings, dark',
  args: WaitingRings.input.args,
  globals: { theme: 'dark' },
})
export const WithoutReplyTargets = meta.story({
  name: 'Without reply targets',
  args: { conversations: waitingRows, replyTargets: null },
  play: async ({ canvas, canvasElement }) => {
    await expect(canvasElement.querySelector('[data-slot=waiting-ring]')).toBeNull()
    await expect(canvas.getByRole('button', { name: /^Kwame/ })).toHaveAccessibleDescription(/Customer has been waiting for 1 hour\./)
  },
})

/** Rows leave out the state that the whole list has, and say only once in words that they are unread. */
export const OneState = meta.story({
  name: 'Rows of one state',
  args: { conversations: kindsOfRow.filter(({ state }) => state !== 'open'), state: 'snoozed' },
  play: async ({ canvas }) => {
    await expect(canvas.queryByText(/^Snoozed/)).toBeNull()
    await expect(canvas.getByText(/^until /)).toBeVisible()
    await expect(canvas.getByText('Closed')).toBeVisible()
  },
})

/** Unread, waiting, snoozed, closed and old rows, and rows with many tags or missing fields. */
export const KindsOfRow = meta.story({ name: 'Every kind of row', args: { conversations: kindsOfRow, selectedId: '2' }, parameters: alsoIn('rightToLeft', 'touch') })
export const KindsOfRowDark = meta.story({
  name: 'Every kind of row, dark',
  args: KindsOfRow.input.args,
  globals: { theme: 'dark' },
})

/** Hostile names and texts don't change the height or the layout of a row. */
export const HostileText = meta.story({
  name: 'Hostile text',
  args: { conversations: hostileRows },
  play: async ({ canvasElement }) => {
    const heights = [...canvasElement.querySelectorAll('li')].map((row) => row.getBoundingClientRect().height)
    await expect(new Set(heights)).toEqual(new Set([72]))
    await expect(canvasElement.querySelector('nav img, nav script, nav b')).toBeNull()
    for (const row of canvasElement.querySelectorAll('[data-slot=conversation-row]')) {
      await expect(row.scrollWidth).toBeLessThanOrEqual(row.clientWidth)
    }
  },
})
export const HostileTextRightToLeft = meta.story({
  name: 'Hostile text, right to left',
  args: { conversations: hostileRows },
  globals: { dir: 'rtl', locale: 'ar' },
})

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

/** Only the visible rows of 10,000 are rendered. */
export const Stress = meta.story({
  args: { conversations: buildRows(10_000), totalCount: 10_000 },
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

/** The rows keep space for names that load later. */
export const AssigneesOnTheirWay = meta.story({ name: 'Assignees loading', args: { assigneeName: () => undefined } })

export const LoadingMore = meta.story({
  name: 'Loading more',
  args: { hasMore: true, isLoadingMore: true, totalCount: 240 },
  play: async ({ canvas, canvasElement }) => {
    const scroller = canvasElement.querySelector<HTMLElement>('[data-slot=conversation-list-scroller]')!
    await waitFor(() => expect(scroller.scrollHeight).toBeGreaterThan(rows.length * 72))
    scroller.scrollTop = scroller.scrollHeight
    const more = canvas.getByRole('button', { name: 'Loading more' })
    await waitFor(() => expect(more.getBoundingClientRect().bottom).toBeLessThanOrEqual(innerHeight))
  },
})

/** The loaded rows stay in place. */
export const RefreshFailed = meta.story({
  name: 'Refresh failed',
  args: { error: new RequestError('offline', 'The server could not be reached.'), hasMore: true },
  play: async ({ canvas, args }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent('offline')
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }))
    await expect(args.onRetry).toHaveBeenCalledOnce()
  },
})

/** Each row has a URL that can open in a new tab. */
export const Links = meta.story({
  name: 'Rows as links',
  args: {
    getHref: (id: string) => `#/inbox/${id}`,
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

export const EmptySnoozed = meta.story({ name: 'Empty: nothing snoozed', args: { conversations: [], kind: 'snoozed' } })
export const EmptyFiltered = meta.story({ name: 'Empty: nothing matches', args: { conversations: [], kind: 'filtered' } })
