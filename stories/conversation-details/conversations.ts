/** Conversations for stories of the details, each in its own workspace. */
import { addContact, buildWorkspace, NOW, replyAsBot, startConversation, type Conversation, type Workspace } from '../../mocks/index.ts'

export interface StoryConversation {
  workspace: () => Workspace
  conversationId: string
}

/** Adds a conversation to the mocked support week. Ids are sequential, so they are stable. */
function withConversation(change: (conversation: Conversation, workspace: Workspace) => void): StoryConversation {
  const build = () => {
    const workspace = buildWorkspace()
    const contact = addContact(workspace, { name: 'Ingrid Solheim', email: 'ingrid.solheim@haldenbrook.example' })
    const conversation = startConversation(workspace, {
      contact, at: NOW - 1200, title: 'Nightly sync gets 429 responses', body: '<p>Our sync job has been getting 429 since Monday.</p>', source: { url: null },
    })
    change(conversation, workspace)
    return { workspace, conversation }
  }
  return { workspace: () => build().workspace, conversationId: build().conversation.id }
}

const sla = (sla_name: string, sla_status: string) => ({ type: 'conversation_sla_summary', sla_name, sla_status } as const)

function addRating(conversation: Conversation, rating: number, remark: string): void {
  const [contact] = conversation.contacts.contacts
  if (contact) conversation.conversation_rating = { rating, remark, created_at: NOW, updated_at: NOW, contact, teammate: { type: 'admin', id: '7042001' } }
}

function addAgent(conversation: Conversation, workspace: Workspace, state: string | null, sources: readonly (readonly [title: string, url: string])[] = []): void {
  replyAsBot(workspace, conversation, NOW - 1100, { body: '<p>The limit is 60 requests a minute for each key.</p>' })
  if (!conversation.ai_agent) return
  Object.assign(conversation.ai_agent, { resolution_state: state })
  conversation.ai_agent.content_sources = {
    type: 'content_source.list',
    total_count: sources.length,
    content_sources: sources.map(([title, url]) => ({ content_type: 'article', url, title, locale: 'en' })),
  }
}

/** Chat, and nothing else. */
export const bareConversation = withConversation(() => {})

/** Every fact. */
export const fullConversation = withConversation((conversation, workspace) => {
  addAgent(conversation, workspace, 'routed_to_team', [
    ['Rate limits of the API', 'https://help.tidewater.example/api/rate-limits'], ['Schedule a sync', '/fin-ai-agent/content?id=3234924'],
  ])
  addRating(conversation, 5, 'Quick and precise')
  conversation.source.url = 'https://app.tidewater.example/api/keys?tab=limits'
  conversation.sla_applied = sla('First reply in 15 minutes', 'hit')
  conversation.custom_attributes = { 'Plan area': 'Sync', Severity: 'Normal', 'Affected people': 3, 'Needs engineering': true }
})

export const emailConversation = withConversation((conversation) => {
  conversation.source.type = 'email'
})

export const missedConversation = withConversation((conversation) => {
  conversation.sla_applied = sla('Gold', 'missed')
})

export const ratedConversation = withConversation((conversation) => addRating(conversation, 2, 'It took three days.'))

export const agentConversation = withConversation((conversation, workspace) => addAgent(conversation, workspace, 'confirmed_resolution'))

export const attributesConversation = withConversation((conversation) => {
  conversation.custom_attributes = { 'Plan area': 'Sync', Severity: 'Normal', 'Affected people': 3, 'Needs engineering': true, 'CX Score rating': 4 }
})

/** Hostile texts and addresses, long words, and 60 attributes. */
export const worstConversation = withConversation((conversation, workspace) => {
  addAgent(conversation, workspace, 'something_new', [
    ['Sign in \u202Efdp.exe\u202C', 'javascript:alert(1)'], ['https://app.tidewater.example/login', 'https://attacker.example/login'],
    ['W'.repeat(400), 'https://xn--80ak6aa92e.example/'],
  ])
  Object.assign(conversation.ai_agent ?? {}, { rating: 1, rating_remark: 'Bad\u202Etseb <img src=x onerror=alert(1)>' })
  addRating(conversation, 1, `${'x'.repeat(120)} ${'This goes on and on. '.repeat(60)}`)
  conversation.source.type = 'email'
  conversation.source.url = `https://app.tidewater.example/${'a'.repeat(300)}`
  conversation.sla_applied = sla(`Gold \u202Edlog <b>x</b> ${'y'.repeat(200)}`, 'missed')
  conversation.custom_attributes = {
    'Invoice \u202Efdp.exe': 'PO \u2066<script>\u2069', ['x'.repeat(150)]: 'y'.repeat(3000),
    ...Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`Attribute number ${index + 1}`, index])),
  } as Conversation['custom_attributes']
})

export const arabicConversation = withConversation((conversation, workspace) => {
  addAgent(conversation, workspace, 'escalated', [['حدود الواجهة البرمجية', 'https://help.tidewater.example/ar/limits']])
  addRating(conversation, 4, 'شكرًا على السرعة')
  conversation.sla_applied = sla('الرد خلال 15 دقيقة', 'active')
  conversation.custom_attributes = { 'مجال الخطة': 'المزامنة', Severity: 'Normal' }
})
