import { NOW, createIntercom } from '../../mocks/index.ts'
import type { Send, Step } from './step.ts'

/** Calls endpoints for integrations: away mode, companies, segments, subscriptions, merging. */
export async function walkMore(send: Send): Promise<void> {
  const intercom = createIntercom()
  const { workspace } = intercom
  const { viewer_id: admin_id } = workspace
  const call = (method: string, path: string, params: Record<string, string> = {}, body?: object) =>
    send(intercom, { method, path, params, ...(body ? { body } : {}) })

  await call('GET', '/conversations/attributes')
  await call('GET', '/away_status_reasons')
  for (const away_mode_enabled of [true, false]) {
    await call('PUT', '/admins/{admin_id}/away', { admin_id }, { away_mode_enabled, away_mode_reassign: true, away_status_reason_id: 1 })
  }
  await send(intercom, { method: 'GET', path: '/admins/activity_logs', query: { created_at_after: String(NOW - 1) } })

  await send(intercom, { method: 'GET', path: '/segments', query: { include_count: 'true' } })
  for (const { id } of workspace.segments) await call('GET', '/segments/{segment_id}', { segment_id: id })
  for (const { id } of workspace.notes) await call('GET', '/notes/{note_id}', { note_id: id })

  const user = workspace.contacts.find(({ role }) => role === 'user')?.id ?? ''
  const lead = workspace.contacts.find(({ role }) => role === 'lead')?.id ?? ''
  const contact = { contact_id: user }
  await call('GET', '/subscription_types')
  for (const { id, consent_type } of workspace.subscription_types) {
    await call('POST', '/contacts/{contact_id}/subscriptions', contact, { id, consent_type })
    await call('GET', '/contacts/{contact_id}', contact)
    await call('GET', '/contacts/{contact_id}/subscriptions', contact)
    await call('DELETE', '/contacts/{contact_id}/subscriptions/{subscription_id}', { ...contact, subscription_id: id })
  }
  await call('GET', '/contacts/{contact_id}/segments', contact)

  const fields = { name: 'New', plan: 'Scale', size: 3, website: 'https://new.example', custom_attributes: { region: 'EU' } }
  const { id: company_id } = (await call('POST', '/companies', {}, { company_id: 'new', ...fields })) as { id: string }
  await call('POST', '/companies', {}, { company_id: 'bare' })
  await call('POST', '/contacts/{contact_id}/companies', contact, { id: company_id })
  await call('PUT', '/companies/{company_id}', { company_id }, { industry: 'Retail' })
  await call('POST', '/tags', {}, { name: 'Partner', companies: [{ company_id: 'new' }] })
  await call('POST', '/tags', {}, { name: 'Partner', users: [{ id: user }] })
  await call('GET', '/companies/{company_id}', { company_id })
  await call('GET', '/companies/{company_id}/contacts', { company_id })
  await call('DELETE', '/contacts/{contact_id}/companies/{company_id}', { ...contact, company_id })
  await send(intercom, { method: 'GET', path: '/companies', query: { per_page: '3', page: '2' } })
  await send(intercom, { method: 'POST', path: '/companies/list', query: { per_page: '3', order: 'asc' } })
  await call('GET', '/companies/scroll')
  await call('DELETE', '/companies/{company_id}', { company_id })
  await call('DELETE', '/tags/{tag_id}', { tag_id: workspace.tags[0]?.id ?? '' })

  await call('POST', '/contacts/merge', {}, { from: lead, into: user })
  await call('POST', '/contacts/{contact_id}/archive', contact)
  await call('POST', '/contacts/{contact_id}/unarchive', contact)

  const message = { from: { type: 'admin', id: Number(admin_id) }, to: { type: 'user', id: user }, body: 'Hello' }
  await call('POST', '/messages', {}, { ...message, message_type: 'in_app' })
  const email = { message_type: 'email', subject: 'News', template: 'plain', create_conversation_without_contact_reply: true }
  const { conversation_id } = (await call('POST', '/messages', {}, { ...message, ...email })) as { conversation_id: string }
  const to = [message.to, { type: 'lead', id: workspace.contacts.find(({ role }) => role === 'lead')?.id }]
  await call('POST', '/messages', {}, { ...message, message_type: 'conversation', to, cc: message.to })
  await call('POST', '/messages', {}, { from: message.to, body: 'Hello' })
  // Refused by versions that don't have them.
  const components = [{ type: 'BODY', parameters: [{ type: 'text', text: 'Ann' }] }]
  await call('POST', '/messages', {}, { ...message, message_type: 'whatsapp', template: 'hello', components })
  await call('POST', '/messages', {}, { ...message, message_type: 'sms' })
  const other = { email: workspace.contacts.find(({ id, email: address }) => id !== user && address)?.email }
  await call('POST', '/conversations/{conversation_id}/customers', { conversation_id }, { admin_id, customer: other })
  await call('DELETE', '/conversations/{conversation_id}/customers/{contact_id}', { conversation_id, ...contact }, { admin_id })
  const conversation = workspace.conversations.find(({ conversation_parts: { total_count } }) => total_count > 0)
  const part = conversation?.conversation_parts.conversation_parts[0]
  const named = { conversation_id: conversation?.id }
  await call('POST', '/conversations/redact', {}, { type: 'source', ...named, source_id: conversation?.source.id })
  await call('POST', '/conversations/redact', {}, { type: 'conversation_part', ...named, conversation_part_id: part?.id })
  await call('DELETE', '/contacts/{contact_id}', contact)
}

/** Calls endpoints for saved replies and articles. */
export async function walkContent(send: Send): Promise<void> {
  const intercom = createIntercom()
  const get = (path: string, query: Record<string, string> = {}, more: Partial<Step> = {}) =>
    send(intercom, { method: 'GET', path, query, ...more })
  await get('/macros')
  await get('/macros', { per_page: '4' })
  await get('/macros', { updated_since: String(NOW) })
  await get('/macros', { updated_since: 'x' })
  for (const { id } of [...intercom.workspace.macros, { id: '1' }]) await get('/macros/{id}', {}, { params: { id } })
  await get('/articles/search')
  await get('/articles/search', { phrase: 'refund', state: 'published' })
  await get('/articles/search', { state: 'draft' })
  await get('/internal_articles/search')
  await get('/internal_articles/search', { folder_id: '1' })
  for (const path of ['/macros', '/articles/search', '/internal_articles/search']) await get(path, {}, { token: 'invalid' })
}
