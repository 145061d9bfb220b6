import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ConversationListView } from '@/components/intercom/conversation-list'
import { StatusBadge } from '@/components/intercom/shared/avatar-and-badge'

test('renders a skeleton on the server until data has loaded', () => {
  const html = renderToString(<ConversationListView conversations={undefined} />)
  expect(html).toContain('aria-label="Conversations"')
  expect(html).toContain('Loading conversations')
  expect(html).toContain('data-slot="conversation-list-skeleton"')
})

test('names the empty list', () => {
  expect(renderToString(<ConversationListView conversations={[]} kind="snoozed" />)).toContain('Nothing is snoozed')
})

test('takes other strings', () => {
  const words = { emptyOpenTitle: 'Geschafft', label: 'Gespräche' }
  const html = renderToString(<ConversationListView conversations={[]} kind="open" strings={words} />)
  expect(html).toContain('Geschafft')
  expect(html).toContain('aria-label="Gespräche"')
})

test('shows the status of a badge as text, and nothing without one', () => {
  expect(renderToString(<StatusBadge status="waiting" />)).toContain('Waiting')
  expect(renderToString(<StatusBadge status={null} />)).toBe('')
})
