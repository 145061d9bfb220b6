import {
  DAY, type Intercom, NOW, addAdmin, addLongConversation, buildWorkspace, createIntercom, createWorkspace,
} from '../../mocks/index.ts'
import { listBadRequests, listUnknownIds } from './refusals.ts'
import type { Send, Step } from './step.ts'
import { walkContent, walkMore } from './walk-more.ts'

interface Listed {
  pages?: { next?: { starting_after?: string | null } | null }
  conversations?: { id: string }[]
  data?: { id: string }[]
}

const CONVERSATION = '/conversations/{conversation_id}'
const CONTACT = '/contacts/{contact_id}'

/**
 * Calls every endpoint in several states: the support week, an empty workspace, every page of every list, every
 * conversation and contact, every change, and every refusal.
 */
export async function walk(send: Send): Promise<void> {
  await walkReading(send)
  await walkConversation(send)
  await walkContact(send)
  await walkMore(send)
  await walkContent(send)
  await walkRefusals(send)
  await walkEmpty(send)
}

async function everyPage(send: Send, intercom: Intercom, step: Step): Promise<string[]> {
  const ids: string[] = []
  let after: string | null | undefined
  do {
    const cursor: Record<string, string> = after ? { starting_after: after } : {}
    const paged = step.method === 'GET'
      ? { ...step, query: { per_page: '7', ...cursor } }
      : { ...step, body: { ...(step.body as object), pagination: { per_page: 7, ...cursor } } }
    const list = (await send(intercom, paged)) as Listed
    ids.push(...(list.conversations ?? list.data ?? []).map(({ id }) => id))
    after = list.pages?.next?.starting_after
  } while (after)
  return ids
}

async function walkReading(send: Send): Promise<void> {
  const workspace = buildWorkspace()
  addLongConversation(workspace, 600)
  const intercom = createIntercom({ workspace })
  const get = (path: string, params: Record<string, string> = {}, query: Record<string, string> = {}) =>
    send(intercom, { method: 'GET', path, params, query })

  for (const path of ['/me', '/admins', '/teams', '/tags']) await get(path)
  for (const { id } of workspace.admins) await get('/admins/{admin_id}', { admin_id: id })
  for (const { id } of workspace.teams) await get('/teams/{team_id}', { team_id: id })
  for (const { id } of workspace.tags) await get('/tags/{tag_id}', { tag_id: id })
  for (const { id } of workspace.companies) await get('/companies/{company_id}', { company_id: id })
  for (const contact_id of await everyPage(send, intercom, { method: 'GET', path: '/contacts' })) {
    for (const part of ['', '/tags', '/companies', '/notes']) await get(CONTACT + part, { contact_id })
    for (const summary of ['true', 'false']) {
      await get('/events', {}, { type: 'user', intercom_user_id: contact_id, summary })
    }
  }
  const [maya] = workspace.contacts
  await get('/events', {}, { type: 'user', intercom_user_id: maya!.id, per_page: '1', before: String(NOW * 1000) })
  await get(`${CONTACT}/notes`, { contact_id: maya!.id }, { per_page: '1' })
  for (const conversation_id of await everyPage(send, intercom, { method: 'GET', path: '/conversations' })) {
    await get(CONVERSATION, { conversation_id })
    await get(CONVERSATION, { conversation_id }, { display_as: 'plaintext' })
  }
  const open = { field: 'open', operator: '=', value: true }
  const recent = { field: 'updated_at', operator: '>', value: NOW - 30 * DAY }
  const query = { operator: 'AND', value: [open, recent] }
  await everyPage(send, intercom, { method: 'POST', path: '/conversations/search', body: { query } })
  const roles = { query: { field: 'role', operator: 'IN', value: ['user', 'lead'] } }
  await everyPage(send, intercom, { method: 'POST', path: '/contacts/search', body: roles })
  // As the inbox finds conversations by their customer.
  const person = {
    operator: 'OR',
    value: [
      { operator: 'AND', value: [{ field: 'name', operator: '~', value: 'maya' }] },
      { field: 'email', operator: '~', value: 'maya' },
      { field: 'phone', operator: '~', value: '555' },
    ],
  }
  const people = await everyPage(send, intercom, { method: 'POST', path: '/contacts/search', body: { query: person } })
  const word = { operator: 'OR', value: [{ field: 'source.body', operator: '~', value: 'maya' }, { field: 'contact_ids', operator: 'IN', value: people }] }
  const theirs = { operator: 'AND', value: [open, word] }
  await everyPage(send, intercom, { method: 'POST', path: '/conversations/search', body: { query: theirs } })
  const [company] = workspace.companies
  await get('/companies', {}, { name: company?.name ?? '' })
  await get('/companies/{company_id}/contacts', { company_id: company?.id ?? '' })
  await get('/contacts/find_by_external_id/{external_id}', { external_id: 'usr_1000' })
}

async function walkConversation(send: Send): Promise<void> {
  const intercom = createIntercom()
  const { workspace } = intercom
  const admin_id = workspace.viewer_id
  const tag_id = workspace.tags[0]?.id ?? ''
  const contact = workspace.contacts[0]
  const theirs = workspace.conversations.find(({ contacts }) => contacts.contacts[0]?.id === contact?.id)
  const params = { conversation_id: theirs?.id ?? '' }
  const call = (method: string, path: string, body?: object, more: Record<string, string> = {}) =>
    send(intercom, { method, path, params: { ...params, ...more }, ...(body ? { body } : {}) })

  const admin = (more: object) => ({ type: 'admin', admin_id, ...more })
  const image = ['https://files.example/chart.png']
  const reply_options = [{ text: 'Yes', uuid: '1f0c7a52-3d70-4c3f-9d4e-52d2b6a1c001' }]
  const reply = (body: object) => call('POST', `${CONVERSATION}/reply`, body)
  const manage = (body: object) => call('POST', `${CONVERSATION}/parts`, body)
  await reply(admin({ message_type: 'comment', body: 'Hello', attachment_urls: image }))
  await reply(admin({ message_type: 'note', body: '<ul><li>one</li></ul>' }))
  await reply(admin({ message_type: 'quick_reply', reply_options }))
  await reply({ type: 'user', message_type: 'quick_reply', intercom_user_id: contact?.id, reply_options })
  await reply({ type: 'user', message_type: 'comment', intercom_user_id: contact?.id, body: 'Hi & bye' })
  await manage(admin({ message_type: 'close', body: 'Bye' }))
  await reply({ type: 'user', message_type: 'comment', user_id: contact?.external_id, body: 'Again' })
  await manage({ admin_id, message_type: 'snoozed', snoozed_until: NOW + DAY })
  await manage({ admin_id, message_type: 'open' })
  await manage(admin({ message_type: 'close' }))
  await manage(admin({ message_type: 'assignment', assignee_id: admin_id }))
  await manage({ type: 'team', admin_id, message_type: 'assignment', assignee_id: workspace.teams[0]?.id })
  await manage(admin({ message_type: 'assignment', assignee_id: '0' }))
  await call('PUT', CONVERSATION, { read: true, title: 'New', custom_attributes: { kind: 'bug', order: ['21'] } })
  await call('POST', `${CONVERSATION}/tags`, { id: tag_id, admin_id })
  await call('GET', CONVERSATION)
  await call('DELETE', `${CONVERSATION}/tags/{tag_id}`, { admin_id }, { tag_id })
  const customer = { intercom_user_id: workspace.contacts[1]?.id }
  await call('POST', `${CONVERSATION}/customers`, { admin_id, customer })
  const lead = workspace.contacts.find(({ role }) => role === 'lead')
  for (const from of [{ type: 'user', id: contact?.id }, { type: 'lead', id: lead?.id }, { type: 'contact', id: lead?.id }]) {
    await call('POST', '/conversations', { from, body: 'Hello there' })
  }
  await call('DELETE', CONVERSATION)
}

async function walkContact(send: Send): Promise<void> {
  const intercom = createIntercom()
  const { viewer_id: admin_id, tags, companies } = intercom.workspace
  const tag_id = tags[0]?.id ?? ''
  const attributes = { name: 'New', custom_attributes: { plan: 'Team' } }
  const body = { email: 'new@customer.example', external_id: 'new', ...attributes }
  const created = (await send(intercom, { method: 'POST', path: '/contacts', body })) as { id: string }
  const call = (method: string, path: string, sent?: object) =>
    send(intercom, { method, path, params: { contact_id: created.id, tag_id }, ...(sent ? { body: sent } : {}) })

  await call('POST', '/contacts', { role: 'lead' })
  await call('PUT', CONTACT, { phone: '+353 1 555 0100', custom_attributes: { order: ['21'] } })
  await call('POST', `${CONTACT}/notes`, { body: 'A note', admin_id })
  await call('POST', `${CONTACT}/tags`, { id: tag_id })
  await call('POST', `${CONTACT}/companies`, { id: companies[0]?.id })
  for (const part of ['', '/notes', '/tags', '/companies']) await call('GET', CONTACT + part)
  await call('DELETE', `${CONTACT}/tags/{tag_id}`)
  await call('POST', '/tags', { name: 'Fresh' })
  const event = { event_name: 'plan_upgraded', created_at: NOW, user_id: 'new', metadata: { plan: 'Team' } }
  await call('POST', '/events', event)
  await send(intercom, { method: 'GET', path: '/events', query: { type: 'user', user_id: 'new' } })
}

async function walkRefusals(send: Send): Promise<void> {
  const intercom = createIntercom()
  for (const step of listUnknownIds(intercom.workspace)) {
    await send(intercom, step)
    await send(intercom, { ...step, token: 'invalid' })
  }
  for (const path of ['/me', '/admins', '/teams', '/tags', '/contacts', '/conversations', '/events']) {
    await send(intercom, { method: 'GET', path, token: 'invalid' })
  }
  for (const step of listBadRequests(intercom.workspace)) await send(intercom, step)
}

async function walkEmpty(send: Send): Promise<void> {
  const workspace = createWorkspace(NOW)
  addAdmin(workspace)
  const intercom = createIntercom({ workspace })
  for (const path of ['/me', '/admins', '/teams', '/tags', '/contacts', '/conversations']) {
    await send(intercom, { method: 'GET', path })
  }
  const open = { query: { field: 'state', operator: '=', value: 'open' } }
  await send(intercom, { method: 'POST', path: '/conversations/search', body: open })
  const anybody = { query: { field: 'email', operator: '~', value: '@' } }
  await send(intercom, { method: 'POST', path: '/contacts/search', body: anybody })
}
