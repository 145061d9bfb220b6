import { expect, fn, userEvent, waitFor } from 'storybook/test'
import { ConversationList } from '@/components/intercom/conversation-list'
import { buildLargeWorkspace } from '../../mocks/data/large.ts'
import { onDesktop, onPhone } from '../../.storybook/modes'
import preview from '../../.storybook/preview'

/** The list fills the element that it stands in: here the height of the page, in a column of its own. */
const meta = preview.meta({
  title: 'Inbox/ConversationList',
  component: ConversationList,
  args: { onSelect: fn(), className: 'h-dvh max-w-sm border-e' },
})

export const Default = meta.story({
  play: async ({ canvas, args }) => {
    const rows = await canvas.findAllByRole('button', { name: /:/ })
    await expect(canvas.getByRole('navigation', { name: 'Conversations' })).toHaveAttribute('aria-busy', 'false')
    await userEvent.click(rows[1]!)
    await expect(rows[1]).toHaveAttribute('aria-current', 'true')
    await expect(args.onSelect).toHaveBeenCalledOnce()
    await userEvent.click(rows[0]!)
    await expect(rows[0]).toHaveAttribute('aria-current', 'true')
    await expect(rows[1]).toHaveAttribute('aria-current', 'false')
  },
})

/** In the shape of the rows that come. */
export const Loading = meta.story({
  parameters: { intercom: { app: 'never' } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('Loading conversations')
    await expect(canvas.getByRole('navigation')).toHaveAttribute('aria-busy', 'true')
  },
})

export const Empty = meta.story({
  parameters: { intercom: { workspace: () => buildLargeWorkspace(0) } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('No open conversations')).toBeVisible()
  },
})

/** A search that finds nothing. */
export const NothingFound = meta.story({
  args: { filter: { q: 'zeppelin' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('No matching conversations')).toBeVisible()
  },
})

export const Closed = meta.story({ args: { filter: { state: 'closed' } } })
export const Snoozed = meta.story({ args: { filter: { state: 'snoozed' } } })

/** A customer sees the conversations that are their own: what each is about, and nothing that the team goes by. */
export const AsCustomer = meta.story({
  args: { filter: { state: 'all' }, audience: 'customer' },
  parameters: { intercom: { signedInAs: 'customer' } },
  play: async ({ canvas }) => {
    const [first] = await canvas.findAllByRole('listitem')
    await waitFor(() => expect(canvas.queryByText('Unassigned')).toBeNull())
    await expect(first).toHaveTextContent(/^Our Monday chart has a hole/)
    await expect(canvas.queryByText('Maya Okafor')).toBeNull()
    await expect(canvas.queryByText(/^Unread|^waiting|^replied/)).toBeNull()
  },
})

export const SignedOut = meta.story({
  parameters: { intercom: { signedInAs: 'nobody' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent("You're signed out")
    await expect(canvas.queryByRole('list')).toBeNull()
  },
})

export const Forbidden = meta.story({
  parameters: { intercom: { signedInAs: 'stranger' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent("You don't have access")
  },
})

export const NotFound = meta.story({
  parameters: { intercom: { fault: '404' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toBeVisible()
  },
})

/** Says how long, counts down, and goes on by itself. */
export const RateLimited = meta.story({
  parameters: { intercom: { fault: '429-retry-after-s' } },
  play: async ({ canvas }) => {
    const alert = await canvas.findByRole('alert', {}, { timeout: 30_000 })
    await expect(alert).toHaveTextContent('Intercom is asking us to slow down')
    await expect(alert).toHaveTextContent(/in \d seconds?/)
  },
})

export const IntercomDown = meta.story({
  parameters: { intercom: { fault: '500' } },
  play: async ({ canvas }) => {
    const alert = await canvas.findByRole('alert', {}, { timeout: 30_000 })
    await expect(alert).toHaveTextContent("Intercom isn't responding")
  },
})

/** Nothing is lost, and one button tries again. */
export const Offline = meta.story({
  parameters: { intercom: { app: 'offline' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent("You're offline")
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible()
  },
})

export const Malformed = meta.story({
  parameters: { intercom: { app: 'malformed' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent('We got an unexpected response')
  },
})

/** Ten thousand in the workspace: they come a page at a time, and the list knows how many there are. */
export const Stress = meta.story({
  args: { filter: { state: 'all' } },
  parameters: { intercom: { workspace: () => buildLargeWorkspace(10_000) } },
  play: async ({ canvas }) => {
    const [first] = await canvas.findAllByRole('listitem')
    await waitFor(() => expect(first).toHaveAttribute('aria-setsize', '10000'))
  },
})

export const Dark = meta.story({ args: { defaultSelectedId: '215471000000002' }, globals: { theme: 'dark' } })
export const Phone = meta.story(onPhone)
export const Desktop = meta.story({
  ...onDesktop,
  args: { className: 'h-dvh w-[21.25rem] border-e' },
})

/** With the words, dates and numbers of an Arabic reader. */
export const RightToLeft = meta.story({
  globals: { dir: 'rtl', locale: 'ar' },
})
