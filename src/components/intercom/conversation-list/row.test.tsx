import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ConversationRow } from '@/components/intercom/conversation-list/row'
import type { ConversationSummary } from '@/kit/contracts/index'

const conversation: ConversationSummary = {
  id: '7', state: 'open', title: 'sr-only absolute', preview: 'hidden fixed inset-0 z-50', read: true, priority: false,
  last_message_at: 0, waiting_since: null, snoozed_until: null, first_response_seconds: null, tags: [],
  admin_assignee_id: null, team_assignee_id: null, contact: { id: '1', name: 'opacity-0 invisible', email: null, avatar_url: null, plan: null, custom_attributes: {} },
}

// Text of customers that, as a class, could hide the row or cover the page.
const written = ['hidden', 'fixed', 'inset-0', 'z-50', 'invisible', 'opacity-0']

test.each(['agent', 'customer'] as const)('puts nothing that a customer wrote into a class for the %s', (audience) => {
  const html = renderToString(<ConversationRow conversation={conversation} audience={audience} />)
  expect(html).toContain('hidden fixed inset-0')
  const control = /<button[^>]*class="([^"]*)"/.exec(html)?.[1]?.split(' ') ?? []
  expect(control.length).toBeGreaterThan(3)
  expect(control.filter((name) => written.includes(name))).toEqual([])
})
