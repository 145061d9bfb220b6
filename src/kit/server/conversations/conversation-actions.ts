import type { Principal } from '../http/principals.ts'
import { toChangedConversation } from './redact-for-customer.ts'
import type { ChangedConversation, ConversationAction, LiveChangeKind } from '../../contracts/index.ts'
import { ApiError } from '../http/errors.ts'
import { intercomConversationSchema, intercomTagSchema, type IntercomConversation } from '../intercom/intercom-schemas.ts'
import { notifyChange } from '../live/live-changes.ts'
import type { IntercomClient } from '../intercom/intercom-client.ts'

type Agent = Extract<Principal, { kind: 'agent' }>

const changeKinds: Record<ConversationAction['action'], LiveChangeKind> = {
  close: 'state',
  open: 'state',
  snooze: 'snooze',
  assign: 'assignee',
  tag: 'tags',
  untag: 'tags',
  mark_read: 'read',
  mark_unread: 'read',
  set_attribute: 'other',
}

interface ActionContext {
  intercom: IntercomClient
  id: string
  adminId: string
}

function manage({ intercom, id, adminId }: ActionContext, body: object): Promise<IntercomConversation> {
  return intercom.send('POST', ['conversations', id, 'parts'], { type: 'admin', admin_id: adminId, ...body }, intercomConversationSchema)
}

function update({ intercom, id }: ActionContext, body: object): Promise<IntercomConversation> {
  return intercom.send('PUT', ['conversations', id], body, intercomConversationSchema)
}

/** Sets the team first: Intercom accepts one assignee per request, and a team may assign one of its own admins. `0` unassigns. */
async function assign(context: ActionContext, { admin_id, team_id }: { admin_id?: string | null; team_id?: string | null }) {
  const to = (type: 'admin' | 'team', assignee: string | null) =>
    manage(context, { message_type: 'assignment', type, assignee_id: assignee ?? '0' })
  let changed: IntercomConversation | undefined
  if (team_id !== undefined) changed = await to('team', team_id)
  if (admin_id !== undefined) changed = await to('admin', admin_id)
  if (!changed) {
    const fields = { admin_id: 'or team_id must be given' }
    throw new ApiError('invalid_request', { message: 'Pass admin_id, team_id, or both. null unassigns.', fields })
  }
  return changed
}

/** Leaves it to Intercom's clock whether `until` has passed. */
async function snooze(context: ActionContext, until: number): Promise<IntercomConversation> {
  try {
    return await manage(context, { message_type: 'snoozed', snoozed_until: until })
  } catch (thrown) {
    if (!(thrown instanceof ApiError) || thrown.code !== 'rejected' || until > Date.now() / 1000) throw thrown
    const fields = { snoozed_until: 'must lie ahead' }
    const message = `The body is not valid. "snoozed_until": ${fields.snoozed_until}.`
    throw new ApiError('invalid_request', { message, fields, reason: thrown.reason })
  }
}

/** Ignores errors, because the change itself succeeded. */
async function readChanged({ intercom, id }: ActionContext): Promise<IntercomConversation | null> {
  return intercom.get(['conversations', id], intercomConversationSchema).catch(() => null)
}

async function tag(context: ActionContext, tagId: string): Promise<IntercomConversation | null> {
  const { intercom, id, adminId } = context
  await intercom.send('POST', ['conversations', id, 'tags'], { id: tagId, admin_id: adminId }, intercomTagSchema)
  return readChanged(context)
}

/** Treats `not_found` as success if the tag is gone already. */
async function untag(context: ActionContext, tagId: string): Promise<IntercomConversation | null> {
  const { intercom, id, adminId } = context
  let notFound: ApiError | undefined
  try {
    await intercom.send('DELETE', ['conversations', id, 'tags', tagId], { admin_id: adminId }, intercomTagSchema)
  } catch (thrown) {
    if (!(thrown instanceof ApiError) || thrown.code !== 'not_found') throw thrown
    notFound = thrown
  }
  if (!notFound) return readChanged(context)
  const conversation = await intercom.get(['conversations', id], intercomConversationSchema)
  if (conversation.tags?.tags.some((one) => one.id === tagId)) throw notFound
  return conversation
}

async function perform(context: ActionContext, action: ConversationAction): Promise<IntercomConversation | null> {
  switch (action.action) {
    case 'close':
      return manage(context, { message_type: 'close' })
    case 'open':
      return manage(context, { message_type: 'open' })
    case 'snooze':
      return snooze(context, action.snoozed_until)
    case 'assign':
      return assign(context, action)
    case 'tag':
      return tag(context, action.tag_id)
    case 'untag':
      return untag(context, action.tag_id)
    case 'mark_read':
      return update(context, { read: true })
    case 'mark_unread':
      return update(context, { read: false })
    case 'set_attribute':
      return update(context, { custom_attributes: { [action.name]: action.value } })
  }
}

/** https://developers.intercom.com/docs/references/2.14/rest-api/api.intercom.io/conversations/manageconversation */
export async function actOnConversation(
  intercom: IntercomClient,
  agent: Agent,
  id: string,
  action: ConversationAction,
): Promise<ChangedConversation> {
  const changed = await perform({ intercom, id, adminId: agent.adminId }, action)
  notifyChange(changed ?? { id, contacts: null }, changeKinds[action.action])
  return toChangedConversation(changed, null)
}
