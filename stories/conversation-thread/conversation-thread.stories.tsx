import * as React from 'react'
import { expect, userEvent, waitFor } from 'storybook/test'
import { ConversationThread } from '@/components/intercom/conversation-thread'
import { Button } from '@/components/ui/button'
import { replyAsContact } from '../../mocks/changes.ts'
import { NOW } from '../../mocks/data/clock.ts'
import { addLongConversation } from '../../mocks/data/large.ts'
import { buildWorkspace } from '../../mocks/data/workspace.ts'
import { alsoIn, notPictured, onDesktop, onPhone } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { world } from '../../.storybook/world.ts'

/** Conversations of the mocked support week. */
const ids = {
  webhooks: '215471000000016',
  billing: '215471000000001',
  everyKind: '215471000000033',
  hostile: '215471000000031',
  spoofed: '215471000000030',
  nothing: '215471000000032',
  arabic: '215471000000024',
  longName: '215471000000027',
  severalPeople: '215471000000035',
  long: '215471000000036',
}

const long = { workspace: () => withLongConversation(612), id: '215471000000037' }

function withLongConversation(parts: number) {
  const workspace = buildWorkspace()
  addLongConversation(workspace, parts)
  return workspace
}

const meta = preview.meta({
  title: 'Inbox/ConversationThread',
  component: ConversationThread,
  args: { conversationId: ids.webhooks, className: 'h-dvh' },
})

const firstArticle = { timeout: 15_000 }

export const Default = meta.story({
  parameters: alsoIn('touch'),
  play: async ({ canvas }) => {
    await canvas.findAllByRole('article', {}, firstArticle)
    const log = canvas.getByRole('log')
    await expect(log.scrollHeight - log.scrollTop - log.clientHeight).toBeLessThanOrEqual(1)
    await expect(canvas.getByRole('region')).toHaveAccessibleName(/Webhooks arrive 40 minutes late & out of order/)
  },
})
export const Loading = meta.story({
  parameters: { intercom: { app: 'never' } },
  play: async ({ canvas, canvasElement }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('Loading conversation')
    await expect(canvasElement.querySelector('[data-slot=thread-skeleton]')).toBeVisible()
  },
})
export const Empty = meta.story({
  args: { conversationId: null },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Select a conversation')).toBeVisible()
  },
})

/** Known and unknown events, a reply with an event, and a deleted message. */
export const EveryKindOfPart = meta.story({ name: 'Every kind of part', args: { conversationId: ids.everyKind }, parameters: alsoIn('rightToLeft', 'touch') })
export const Notes = meta.story({ args: { conversationId: ids.billing }, parameters: alsoIn('rightToLeft') })
export const SeveralPeople = meta.story({ name: 'Several people', args: { conversationId: ids.severalPeople } })

/** A customer sees no notes, assignments or other internal data. Their own messages align to the end. */
export const AsCustomer = meta.story({
  name: 'As a customer',
  args: { conversationId: '215471000000012' },
  parameters: { intercom: { signedInAs: 'customer' } },
  play: async ({ canvas, canvasElement }) => {
    const articles = await canvas.findAllByRole('article', {}, firstArticle)
    const isOwn = (article: HTMLElement) => article.dataset.role === 'customer'
    await waitFor(() => expect(articles.map(({ dataset }) => dataset.side)).toEqual(articles.map((one) => (isOwn(one) ? 'end' : 'start'))))
    await expect(articles.some(isOwn)).toBe(true)
    const header = canvasElement.querySelector('[data-slot=thread-header]')!
    await expect(header.querySelector('[data-slot=status-badge]')).toBeNull()
    await expect(header).not.toHaveTextContent('Maya Okafor')
  },
})

type Finder = { findByRole: (role: string, query: object, options: object) => Promise<HTMLElement> }
const alert = async (canvas: Finder, words: string) =>
  expect(await canvas.findByRole('alert', {}, firstArticle)).toHaveTextContent(words)

export const SignedOut = meta.story({
  name: 'Signed out',
  parameters: { intercom: { signedInAs: 'nobody' } },
  play: async ({ canvas }) => alert(canvas, "You're signed out"),
})
export const Forbidden = meta.story({
  parameters: { intercom: { signedInAs: 'stranger' } },
  play: async ({ canvas }) => alert(canvas, "You don't have access"),
})
export const NotFound = meta.story({
  name: 'Not found',
  args: { conversationId: '404' },
  play: async ({ canvas }) => alert(canvas, 'Not found'),
})
export const RateLimited = meta.story({
  name: 'Rate limited',
  parameters: { intercom: { fault: '429-hostile' } },
  play: async ({ canvas }) => alert(canvas, 'Intercom is asking us to slow down'),
})
export const IntercomDown = meta.story({
  name: 'Intercom is down',
  // Only the conversation fails. A late reload of the teammates would change the picture.
  beforeEach: () => world.intercom.setFault({ id: '500', path: /conversations/ }),
  play: async ({ canvas }) => {
    await alert(canvas, "Intercom isn't responding")
    world.intercom.setFault(null)
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }))
    await canvas.findAllByRole('article', {}, firstArticle)
    await expect(canvas.queryByRole('alert')).toBeNull()
  },
})
export const Offline = meta.story({
  parameters: { intercom: { app: 'offline' } },
  play: async ({ canvas }) => alert(canvas, "You're offline"),
})
export const Malformed = meta.story({
  name: 'Unexpected response',
  parameters: { intercom: { app: 'malformed' } },
  play: async ({ canvas }) => alert(canvas, 'We got an unexpected response'),
})

/** Intercom returns the newest 500 of 612 parts, and the thread shows how many are missing. */
export const Stress = meta.story({
  args: { conversationId: long.id },
  parameters: { intercom: { workspace: long.workspace } },
  play: async ({ canvas }) => {
    await canvas.findAllByRole('article', {}, firstArticle)
    const log = canvas.getByRole('log')
    await waitFor(() => expect(log.scrollHeight - log.scrollTop - log.clientHeight).toBeLessThanOrEqual(1))
    await expect(log.querySelectorAll('[data-part-id]').length).toBe(501)
    const notice = log.querySelector('[data-variant=omitted]')
    await expect(notice).toHaveTextContent('112 older entries')
    await expect(notice?.previousElementSibling).toHaveTextContent('This will take a while')
  },
})
export const HostileText = meta.story({
  name: 'Hostile text',
  args: { conversationId: ids.hostile },
  play: async ({ canvas, canvasElement }) => {
    await canvas.findAllByRole('article', {}, firstArticle)
    await expect(canvas.getByRole('heading', { level: 2 })).toHaveTextContent('<script>alert("subject")</script>')
    const thread = canvasElement.querySelector('[data-slot=conversation-thread]')
    await expect(thread?.querySelector('script, style, iframe, form, img')).toBeNull()
  },
})
export const SpoofedName = meta.story({ name: 'Spoofed name', args: { conversationId: ids.spoofed } })
export const NothingButSpaces = meta.story({ name: 'Only spaces', args: { conversationId: ids.nothing } })
export const LongNames = meta.story({ name: 'Long names', args: { conversationId: ids.longName } })

export const Dark = meta.story({ globals: { theme: 'dark' } })
export const Phone = meta.story(onPhone)
export const PhoneLongNames = meta.story({
  name: 'Phone, long names',
  args: { conversationId: ids.longName },
  ...onPhone,
})
export const Desktop = meta.story(onDesktop)
export const RightToLeft = meta.story({
  name: 'Right to left',
  args: { conversationId: ids.arabic },
  globals: { dir: 'rtl', locale: 'ar' },
})

/** A message that arrives while the thread is open is appended and announced. */
export const MessageArrives = meta.story({
  name: 'New message arrives',
  tags: ['behaviour'],
  parameters: notPictured,
  args: { conversationId: ids.long },
  play: async ({ canvas, canvasElement }) => {
    await canvas.findAllByRole('article', {}, firstArticle)
    const { workspace } = world.intercom
    const conversation = workspace.conversations.find(({ id }) => id === ids.long)!
    const customer = workspace.contacts.find(({ id }) => id === conversation.contacts.contacts[0]?.id)!
    replyAsContact(workspace, conversation, customer, NOW, { body: '<p>One more thing!</p>' })
    await waitFor(
      () => {
        // SWR revalidates when the connection returns, at most every two seconds.
        window.dispatchEvent(new Event('online'))
        return expect(canvas.queryByText('One more thing!')).toBeInTheDocument()
      },
      { timeout: 15_000, interval: 500 },
    )
    const log = canvas.getByRole('log')
    await waitFor(() => expect(log.scrollHeight - log.scrollTop - log.clientHeight).toBeLessThanOrEqual(1))
    await expect(canvasElement.querySelector('[data-slot=thread-log] [role=status]')).toHaveTextContent('One more thing!')
  },
})

/** Neither messages nor the scroll position of the previous conversation remain. */
export const Switching = meta.story({
  name: 'Switching conversations',
  tags: ['behaviour'],
  parameters: notPictured,
  render: function TwoThreads(args) {
    const [id, setId] = React.useState(ids.long)
    return (
      <div className="flex h-dvh flex-col">
        <div className="flex gap-2 border-b bg-muted p-2">
          <Button size="sm" variant="outline" onClick={() => setId(ids.long)}>
            Long one
          </Button>
          <Button size="sm" variant="outline" onClick={() => setId(ids.everyKind)}>
            Other one
          </Button>
        </div>
        <ConversationThread {...args} conversationId={id} className="min-h-0 flex-1" />
      </div>
    )
  },
  play: async ({ canvas, canvasElement }) => {
    const toEnd = () => {
      const log = canvas.getByRole('log')
      return Math.round(log.scrollHeight - log.scrollTop - log.clientHeight)
    }
    await canvas.findByText('Well done, all of you. Good night!', {}, firstArticle)
    canvas.getByRole('log').scrollTop = 100
    await userEvent.click(canvas.getByRole('button', { name: 'Other one' }))
    // The previous thread disappears before the next one loads.
    await expect(canvas.queryByText('Well done, all of you. Good night!')).toBeNull()
    await expect(canvasElement.querySelector('[data-slot=thread-skeleton]')).toBeInTheDocument()
    await canvas.findByText('Happy to hear it!', {}, firstArticle)
    await waitFor(() => expect(toEnd()).toBeLessThanOrEqual(1))
    canvas.getByRole('log').scrollTop = 0
    await userEvent.click(canvas.getByRole('button', { name: 'Long one' }))
    await canvas.findByText('Well done, all of you. Good night!', {}, firstArticle)
    await waitFor(() => expect(toEnd()).toBeLessThanOrEqual(1))
    // A slower earlier response must not win.
    await userEvent.click(canvas.getByRole('button', { name: 'Other one' }))
    await userEvent.click(canvas.getByRole('button', { name: 'Long one' }))
    await new Promise((resolve) => setTimeout(resolve, 300))
    await expect(canvas.getByRole('heading', { level: 2 })).toHaveTextContent('Live migration')
  },
})
