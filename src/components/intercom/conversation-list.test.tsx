import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ConversationListView } from '@/components/intercom/conversation-list'
import { StatusBadge } from '@/components/intercom/shared/avatar-and-badge'

test('on a server the list is its skeleton until there is data', () => {
  const html = renderToString(<ConversationListView conversations={undefined} />)
  expect(html).toContain('aria-label="Conversations"')
  expect(html).toContain('Loading conversations')
  expect(html).toContain('data-slot="conversation-list-skeleton"')
})

test('an empty list says which list is empty', () => {
  expect(renderToString(<ConversationListView conversations={[]} kind="snoozed" />)).toContain('Nothing is snoozed')
})

test('words can be replaced', () => {
  const words = { emptyOpenTitle: 'Geschafft', label: 'Gespräche' }
  const html = renderToString(<ConversationListView conversations={[]} kind="open" messages={words} />)
  expect(html).toContain('Geschafft')
  expect(html).toContain('aria-label="Gespräche"')
})

test('a badge says its status in words, and nothing for none', () => {
  expect(renderToString(<StatusBadge status="waiting" />)).toContain('Waiting')
  expect(renderToString(<StatusBadge status={null} />)).toBe('')
})
