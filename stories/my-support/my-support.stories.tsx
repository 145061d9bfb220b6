import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { MySupport } from '@/components/intercom/my-support'
import { buildLargeWorkspace } from '../../mocks/data/large.ts'
import { buildWorkspace } from '../../mocks/data/workspace.ts'
import { onDesktop, onPhone, onTablet } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { world } from '../../.storybook/world.ts'
import { fill, press } from '../support-form/writing.ts'

/** A customer reads replies and writes, in the app. */
const meta = preview.meta({
  title: 'Inbox/MySupport',
  component: MySupport,
  args: { onSelectedIdChange: fn(), className: 'h-dvh' },
  beforeEach: () => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('intercom-kit-seen:')) localStorage.removeItem(key)
  },
  parameters: { intercom: { signedInAs: 'customer', workspace: buildWorkspace }, docs: { story: { height: '640px' } } },
})

type Canvas = ReturnType<typeof within>

const intercom = { signedInAs: 'customer' } as const
const findRows = (canvas: Canvas) => canvas.findAllByRole('button', { name: /:/ })

async function openFirst(canvas: Canvas): Promise<void> {
  await userEvent.click((await findRows(canvas))[0]!)
  await canvas.findByRole('log')
}

/** The customer's own conversations, by subject, without what only the team sees. */
export const Default = meta.story({
  play: async ({ canvas }) => {
    const rows = await findRows(canvas)
    await expect(rows.length).toBeGreaterThan(0)
    await expect(canvas.getByRole('region', { name: 'My support' })).toHaveAttribute('data-view', 'list')
    await expect(canvas.queryByText('Unread')).toBeNull()
    await expect(await canvas.findByText('Choose a conversation')).toBeVisible()
    await expect(canvas.getByText('Its messages appear here.')).toBeVisible()
  },
})

/** A conversation with its thread and a reply. Beside each other if there is room, else in turns. */
export const Conversation = meta.story({
  play: async ({ canvas, args }) => {
    await openFirst(canvas)
    await expect(args.onSelectedIdChange).toHaveBeenCalledOnce()
    await userEvent.type(await canvas.findByRole('textbox', { name: 'Your message' }), 'Thank you!')
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(world.intercom.requests.some(({ path }) => path.endsWith('/reply'))).toBe(true))
    await expect(within(canvas.getByRole('log')).getByText('Thank you!')).toBeVisible()
  },
})

/** The form for a new message. After sending, the conversation opens. */
export const NewMessage = meta.story({
  name: 'New message',
  play: async ({ canvas }) => {
    await findRows(canvas)
    await userEvent.click(canvas.getByRole('button', { name: 'New message' }))
    await fill(canvas)
    await press(canvas)
    await expect(within(await canvas.findByRole('log')).getByText('October is not in the list.')).toBeVisible()
    await waitFor(() => expect(canvas.getAllByRole('button', { name: /Missing invoice/ })[0]).toHaveAttribute('aria-current', 'true'))
  },
})

/** Replies that this browser hasn't shown are marked, and counted beside the heading. */
export const Unread = meta.story({
  beforeEach: () => {
    // A first visit long ago.
    const read = Storage.prototype.getItem
    Storage.prototype.getItem = function getItem(key) {
      return read.call(this, key) ?? (key.startsWith('intercom-kit-seen:') ? '{"since":1,"at":{}}' : null)
    }
    return () => {
      Storage.prototype.getItem = read
    }
  },
  play: async ({ canvas, canvasElement }) => {
    const rows = await findRows(canvas)
    const getBadge = () => canvasElement.querySelector('h2 [data-slot=unread-badge] > [aria-hidden]')
    await waitFor(() => expect(getBadge()).toHaveTextContent(String(rows.length)))
    await expect(canvas.getByRole('heading', { name: /My support 3 new replies/ })).toBeVisible()
    await expect(canvas.getAllByText('Unread')).toHaveLength(rows.length)
    await openFirst(canvas)
    await waitFor(() => expect(getBadge()).toHaveTextContent(String(rows.length - 1)))
  },
})

export const Loading = meta.story({
  parameters: { intercom: { ...intercom, app: 'never' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Loading conversations')).toBeInTheDocument()
  },
})

export const Empty = meta.story({
  parameters: { intercom: { ...intercom, workspace: () => ({ ...buildWorkspace(), conversations: [] }) } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('No messages yet')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'New message' })).toBeVisible()
  },
})

export const SignedOut = meta.story({
  name: 'Signed out',
  parameters: { intercom: { signedInAs: 'nobody' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent("You're signed out")
  },
})

export const Forbidden = meta.story({
  parameters: { intercom: { signedInAs: 'stranger' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent("You don't have access")
  },
})

/** Another customer's conversation looks like a missing one. */
export const NotFound = meta.story({
  name: 'Not found',
  args: { defaultSelectedId: '215471000000001' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Not found')).toBeVisible()
  },
})

export const RateLimited = meta.story({
  name: 'Rate limited',
  parameters: { intercom: { ...intercom, fault: '429-retry-after-s' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert', {}, { timeout: 30_000 })).toHaveTextContent('Intercom is asking us to slow down')
  },
})

export const IntercomDown = meta.story({
  name: 'Intercom is down',
  parameters: { intercom: { ...intercom, fault: '500' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert', {}, { timeout: 30_000 })).toHaveTextContent("Intercom isn't responding")
  },
})

export const Offline = meta.story({
  parameters: { intercom: { ...intercom, app: 'offline' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent("You're offline")
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible()
  },
})

export const Malformed = meta.story({
  name: 'Unexpected response',
  parameters: { intercom: { ...intercom, app: 'malformed' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent('We got an unexpected response')
  },
})

/** Thousands of conversations load page by page. */
export const Stress = meta.story({
  parameters: {
    intercom: {
      ...intercom,
      workspace: () => {
        const workspace = buildLargeWorkspace(2000)
        const own = workspace.contacts.find(({ external_id }) => external_id !== null)!
        for (const { contacts } of workspace.conversations) contacts.contacts = [{ type: 'contact', id: own.id, external_id: own.external_id }]
        return workspace
      },
    },
  },
  play: async ({ canvas }) => {
    await waitFor(async () => expect((await canvas.findAllByRole('listitem'))[0]).toHaveAttribute('aria-setsize', '2000'))
  },
})

/** In a narrow box, the list and the conversation take turns, and the focus follows. */
export const Phone = meta.story({
  ...onPhone,
  play: async ({ canvas }) => {
    await openFirst(canvas)
    await waitFor(() => expect(document.activeElement?.closest('[data-slot=my-support-pane]')).not.toBeNull())
    await userEvent.click(canvas.getByRole('button', { name: 'Back to my conversations' }))
    await waitFor(() => expect(document.activeElement).toHaveAttribute('data-item-id'))
  },
})
export const PhoneConversation = meta.story({
  ...onPhone, name: 'Phone, conversation', play: async ({ canvas }) => openFirst(canvas),
})
export const PhoneNewMessage = meta.story({
  ...onPhone, name: 'Phone, new message', args: { defaultWriting: true },
  play: async ({ canvas }) => {
    await expect(await canvas.findByLabelText('Subject')).toBeVisible()
  },
})

export const Tablet = meta.story({ ...onTablet, play: async ({ canvas }) => openFirst(canvas) })
export const Desktop = meta.story({ ...onDesktop, play: async ({ canvas }) => openFirst(canvas) })
export const DesktopNewMessage = meta.story({ ...onDesktop, name: 'Desktop, new message', args: { defaultWriting: true } })
export const Dark = meta.story({ globals: { theme: 'dark' }, play: async ({ canvas }) => openFirst(canvas) })

export const RightToLeft = meta.story({
  name: 'Right to left',
  globals: { dir: 'rtl', locale: 'ar' },
  play: async ({ canvas }) => openFirst(canvas),
})
