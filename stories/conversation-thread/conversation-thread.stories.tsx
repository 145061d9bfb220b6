import * as React from 'react'
import { expect, userEvent, waitFor } from 'storybook/test'
import { ConversationThread } from '@/components/intercom/conversation-thread'
import { Button } from '@/components/ui/button'
import { replyAsContact } from '../../mocks/changes.ts'
import { NOW } from '../../mocks/data/clock.ts'
import { addLongConversation } from '../../mocks/data/large.ts'
import { buildWorkspace } from '../../mocks/data/workspace.ts'
import { onDesktop, onPhone } from '../../.storybook/modes'
import preview from '../../.storybook/preview'
import { world } from '../../.storybook/world.ts'

/** Conversations of the support week, by what they show. */
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

/** Events of every type, known and unknown, a reply that came with one, a message that was deleted. */
export const EveryKindOfPart = meta.story({ args: { conversationId: ids.everyKind } })
export const Notes = meta.story({ args: { conversationId: ids.billing } })
export const SeveralPeople = meta.story({ args: { conversationId: ids.severalPeople } })

/** A customer reads their own conversation: their side is the end; no notes, no assignments, nothing of the team's work. */
export const AsCustomer = meta.story({
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
  parameters: { intercom: { signedInAs: 'nobody' } },
  play: async ({ canvas }) => alert(canvas, "You're signed out"),
})
export const Forbidden = meta.story({
  parameters: { intercom: { signedInAs: 'stranger' } },
  play: async ({ canvas }) => alert(canvas, "You don't have access"),
})
export const NotFound = meta.story({
  args: { conversationId: '404' },
  play: async ({ canvas }) => alert(canvas, 'Not found'),
})
export const RateLimited = meta.story({
  parameters: { intercom: { fault: '429-hostile' } },
  play: async ({ canvas }) => alert(canvas, 'Intercom is asking us to slow down'),
})
export const IntercomDown = meta.story({
  // Names are known: when they would be asked for again is a matter of seconds, and seen in a picture.
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
  parameters: { intercom: { app: 'malformed' } },
  play: async ({ canvas }) => alert(canvas, 'We got an unexpected response'),
})

/** 612 parts: Intercom gives the newest 500, and the thread says how many are missing, and where. */
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
    // Between the opening message and the rest.
    await expect(notice?.previousElementSibling).toHaveTextContent('This will take a while')
  },
})
export const HostileText = meta.story({
  args: { conversationId: ids.hostile },
  play: async ({ canvas, canvasElement }) => {
    await canvas.findAllByRole('article', {}, firstArticle)
    await expect(canvas.getByRole('heading', { level: 2 })).toHaveTextContent('<script>alert("subject")</script>')
    const thread = canvasElement.querySelector('[data-slot=conversation-thread]')
    await expect(thread?.querySelector('script, style, iframe, form, img')).toBeNull()
  },
})
export const SpoofedName = meta.story({ args: { conversationId: ids.spoofed } })
export const NothingButSpaces = meta.story({ args: { conversationId: ids.nothing } })
export const LongNames = meta.story({ args: { conversationId: ids.longName } })

export const Dark = meta.story({ globals: { theme: 'dark' } })
export const Phone = meta.story(onPhone)
export const PhoneLongNames = meta.story({
  args: { conversationId: ids.longName },
  ...onPhone,
})
export const Desktop = meta.story(onDesktop)
export const RightToLeft = meta.story({
  args: { conversationId: ids.arabic },
  globals: { dir: 'rtl', locale: 'ar' },
})

/** A message that comes while the thread is open goes all the way: Intercom, the route, the hook, the log. */
export const MessageArrives = meta.story({
  args: { conversationId: ids.long },
  play: async ({ canvas, canvasElement }) => {
    await canvas.findAllByRole('article', {}, firstArticle)
    const { workspace } = world.intercom
    const conversation = workspace.conversations.find(({ id }) => id === ids.long)!
    const customer = workspace.contacts.find(({ id }) => id === conversation.contacts.contacts[0]?.id)!
    replyAsContact(workspace, conversation, customer, NOW, { body: '<p>One more thing!</p>' })
    await waitFor(
      () => {
        // As when a connection is there again: SWR asks for everything that is shown, at most every other second.
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

/** Another conversation, and nothing of the one before: neither its messages nor its place. */
export const Switching = meta.story({
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
    // At once, and before the other one is there.
    await expect(canvas.queryByText('Well done, all of you. Good night!')).toBeNull()
    await expect(canvasElement.querySelector('[data-slot=thread-skeleton]')).toBeInTheDocument()
    await canvas.findByText('Happy to hear it!', {}, firstArticle)
    await waitFor(() => expect(toEnd()).toBeLessThanOrEqual(1))
    canvas.getByRole('log').scrollTop = 0
    await userEvent.click(canvas.getByRole('button', { name: 'Long one' }))
    await canvas.findByText('Well done, all of you. Good night!', {}, firstArticle)
    await waitFor(() => expect(toEnd()).toBeLessThanOrEqual(1))
    // The slower answer of the two must not win.
    await userEvent.click(canvas.getByRole('button', { name: 'Other one' }))
    await userEvent.click(canvas.getByRole('button', { name: 'Long one' }))
    await new Promise((resolve) => setTimeout(resolve, 300))
    await expect(canvas.getByRole('heading', { level: 2 })).toHaveTextContent('Live migration')
  },
})
