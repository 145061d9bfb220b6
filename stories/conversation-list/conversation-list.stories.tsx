import { expect, fn, userEvent, waitFor } from 'storybook/test'
import { ConversationList } from '@/components/intercom/conversation-list'
import { buildDemoWorkspace } from '../../mocks/data/demo.ts'
import { buildLargeWorkspace } from '../../mocks/data/large.ts'
import { buildWorkspace } from '../../mocks/data/workspace.ts'
import { alsoIn, onDesktop, onPhone } from '../../.storybook/modes'
import preview from '../../.storybook/preview'

/** The list fills its container, here a column as tall as the page. */
const meta = preview.meta({
  title: 'Inbox/ConversationList',
  component: ConversationList,
  args: { onSelect: fn(), className: 'h-dvh max-w-sm border-e' },
  parameters: { intercom: { workspace: buildDemoWorkspace } },
})

export const Default = meta.story({
  parameters: alsoIn('touch'),
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

export const NothingFound = meta.story({
  name: 'Empty: no search results',
  args: { filter: { q: 'zeppelin' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('No matching conversations')).toBeVisible()
  },
})

export const Closed = meta.story({ args: { filter: { state: 'closed' } } })
export const Snoozed = meta.story({ args: { filter: { state: 'snoozed' } } })

/** A customer sees only their own conversations, without the team's data. */
export const AsCustomer = meta.story({
  name: 'As a customer',
  args: { filter: { state: 'all' }, audience: 'customer' },
  parameters: { intercom: { signedInAs: 'customer', workspace: buildWorkspace } },
  play: async ({ canvas }) => {
    const [first] = await canvas.findAllByRole('listitem')
    await waitFor(() => expect(canvas.queryByText('Unassigned')).toBeNull())
    await expect(first).toHaveTextContent(/^Our Monday chart has a hole/)
    await expect(canvas.queryByText('Maya Okafor')).toBeNull()
    await expect(canvas.queryByText(/^Unread|^waiting|^replied/)).toBeNull()
  },
})

export const SignedOut = meta.story({
  name: 'Signed out',
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
  name: 'Not found',
  parameters: { intercom: { fault: '404' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toBeVisible()
  },
})

/** The message counts down the delay, then the list retries. */
export const RateLimited = meta.story({
  name: 'Rate limited',
  parameters: { intercom: { fault: '429-retry-after-s' } },
  play: async ({ canvas }) => {
    const alert = await canvas.findByRole('alert', {}, { timeout: 30_000 })
    await expect(alert).toHaveTextContent('Intercom is asking us to slow down')
    await expect(alert).toHaveTextContent(/in \d seconds?/)
  },
})

export const IntercomDown = meta.story({
  name: 'Intercom is down',
  parameters: { ...alsoIn('touch'), intercom: { fault: '500' } },
  play: async ({ canvas }) => {
    const alert = await canvas.findByRole('alert', {}, { timeout: 30_000 })
    await expect(alert).toHaveTextContent("Intercom isn't responding")
  },
})

export const Offline = meta.story({
  parameters: { intercom: { app: 'offline' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent("You're offline")
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible()
  },
})

export const Malformed = meta.story({
  name: 'Unexpected response',
  parameters: { intercom: { app: 'malformed' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent('We got an unexpected response')
  },
})

/** 10,000 conversations load page by page, and the list knows the total. */
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

/** Strings, dates and numbers in Arabic. */
export const RightToLeft = meta.story({
  name: 'Right to left',
  globals: { dir: 'rtl', locale: 'ar' },
})
