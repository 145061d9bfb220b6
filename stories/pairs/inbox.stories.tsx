import { Inbox } from 'lucide-react'
import type * as React from 'react'
import { fn } from 'storybook/test'
import { ConnectionStatusView } from '@/components/intercom/connection-status'
import { ConversationActionsView } from '@/components/intercom/conversation-actions'
import { ConversationListView } from '@/components/intercom/conversation-list'
import { ConversationThreadView } from '@/components/intercom/conversation-thread'
import { CustomerCard } from '@/components/intercom/customer-card'
import { EmptyState, ErrorState } from '@/components/intercom/error-state'
import { MessageComposerView } from '@/components/intercom/message-composer'
import { RichText } from '@/components/intercom/rich-text'
import { SupportInbox } from '@/components/intercom/support-inbox'
import { Toaster } from '@/components/intercom/toaster'
import { RequestError, toasts } from 'intercom-v0-kit/inbox'
import { parseRichText } from 'intercom-v0-kit/rich-text'
import preview from '../../.storybook/preview'
import { buildRow } from '../conversation-list/rows.ts'
import { conversation, message, note, people, teammates, text } from '../conversation-thread/parts.ts'
import { fullCustomer } from '../customer-card/customers.ts'
import { inPair, Pair } from './pair.tsx'

/** Right and wrong uses of the inbox's components. The guides in `.storybook/docs/guides.ts` list them. */
const meta = preview.meta({
  title: 'Pairs/Inbox',
  tags: ['!dev', '!autodocs', '!manifest'],
  component: Pair,
  parameters: inPair,
})

const card = { contactId: fullCustomer.contactId }

export const InboxHeight = meta.story({
  name: 'Inbox height',
  args: {
    why: 'Give the inbox the height of a page, not of a card.',
    good: <SupportInbox isEmbedded className="h-[30rem]" />,
    bad: <SupportInbox isEmbedded shortcuts={false} className="h-40" />,
  },
})

const subjects = (titles: string[]) => (
  <ConversationListView
    className="h-72"
    onSelect={fn()}
    conversations={titles.map((title, index) => buildRow({ id: String(index), title }))}
  />
)

export const Subjects = meta.story({
  args: {
    why: 'Put the reason first in subjects that your app sets.',
    good: subjects(['Invoice 2104 was charged twice', 'Export stops at 10,000 rows', 'Invite for a new teammate']),
    bad: subjects(['Message from the contact form', 'Message from the contact form (2)', 'New request']),
  },
})

const parts = [
  message({ id: '1', body: text('Every export of our orders ends at exactly 10,000 rows.') }),
  message({ id: '2', author: people.priya, body: text('Thanks, I can see it. Which browser do you use?') }),
  message({ id: '3', body: text('Firefox, but it is the same in Chrome.') }),
  note({ id: '4', body: text('The limit is in the export service since Tuesday.') }),
  message({ id: '5', author: people.priya, body: text('We found the cause, and a fix is on its way.') }),
]

export const ThreadHeight = meta.story({
  name: 'Thread height',
  args: {
    why: 'Give the thread a height. It scrolls by itself, and begins at the newest message.',
    good: <ConversationThreadView conversation={conversation(parts)} teammates={teammates} className="h-72" />,
    bad: (
      <div className="h-72">
        <ConversationThreadView conversation={conversation(parts)} teammates={teammates} className="h-[40rem]" />
      </div>
    ),
  },
})

const composer = (customerName: string | null) => (
  <MessageComposerView
    mode="reply"
    draft={{ text: 'The refund is on its way.', files: [] }}
    customerName={customerName}
    onModeChange={fn()}
    onDraftChange={fn()}
    onSend={fn()}
  />
)

export const Recipient = meta.story({
  args: {
    why: 'Pass the name of the customer, so that the hint says who will see the message.',
    good: composer('Noor Haddad'),
    bad: composer(null),
  },
})

const actions = (strings?: Record<string, string>) => (
  <div className="flex flex-col gap-2 p-4">
    <p className="text-sm font-medium">Export stops at 10,000 rows</p>
    <ConversationActionsView
      state="open"
      isRead
      onToggleClosed={fn()}
      onWake={fn()}
      onToggleRead={fn()}
      onOpenDialog={fn()}
      {...(strings && { strings })}
    />
  </div>
)

export const ActionWords = meta.story({
  name: 'Action words',
  args: {
    why: 'Actions are verbs. Their object is the conversation that they stand beside.',
    good: actions(),
    bad: actions({ label: 'Long actions', close: 'Close this conversation', snooze: 'Remind me about it later', assign: 'Give it to someone' }),
  },
})

export const CardWidth = meta.story({
  name: 'Card width',
  parameters: { intercom: { workspace: fullCustomer.workspace } },
  args: {
    why: 'Give the card a column of 18 to 24 rem. In a wider one, labels and values drift apart.',
    good: <CustomerCard {...card} className="h-96 max-w-80 overflow-auto border-e" />,
    bad: <CustomerCard {...card} className="h-96 overflow-auto" />,
  },
})

export const ConnectionWords = meta.story({
  name: 'Connection words',
  args: {
    why: 'Say what it means for the data.',
    good: <ConnectionStatusView state="polling" />,
    bad: <ConnectionStatusView state="polling" strings={{ polling: 'EventSource closed, error 1006' }} />,
  },
})

const panel = (content?: React.ReactNode) => <div className="flex h-64 items-center justify-center bg-muted/50 p-4">{content}</div>
const failure = new RequestError('upstream_unavailable', 'Bad gateway', 502)

export const ErrorInPlace = meta.story({
  name: 'Error in place',
  beforeEach: () => {
    toasts.clear()
    toasts.show({ kind: 'error', message: "Conversations couldn't be loaded.", action: { label: 'Try again', onAction: fn() } })
    return () => toasts.clear()
  },
  args: {
    why: 'If nothing else can be shown, the error belongs in its place. A toast is for what happened elsewhere.',
    good: panel(<ErrorState error={failure} onRetry={fn()} />),
    bad: (
      <>
        {panel()}
        <Toaster duration={60_000} />
      </>
    ),
  },
})

export const ErrorWords = meta.story({
  name: 'Error words',
  args: {
    why: 'Say what happened and offer a retry. An empty state is not an error.',
    good: panel(<ErrorState error={failure} onRetry={fn()} />),
    bad: panel(<EmptyState icon={Inbox} title="Nothing here" description="Error 502" />),
  },
})

const body = (html: string) => (
  <div className="p-4">
    <RichText nodes={parseRichText(html)} />
  </div>
)

export const LinkWords = meta.story({
  name: 'Link words',
  args: {
    why: 'A link says what it leads to.',
    good: body('<p>Follow <a href="https://docs.example.com/export">the guide to exports</a>.</p>'),
    bad: body('<p>For the guide to exports, <a href="https://docs.example.com/export">click here</a>.</p>'),
  },
})
