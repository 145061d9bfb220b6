import type { Principal } from '../http/principals.ts'
import { toChangedConversation } from './redact-for-customer.ts'
import type { ChangedConversation, MessageBody, NoteBody, ReplyBody } from '../../contracts/index.ts'
import { limitToCustomer, readOwn } from './conversations.ts'
import { ApiError } from '../http/errors.ts'
import { intercomConversationSchema, type IntercomConversation } from '../intercom/intercom-schemas.ts'
import { notifyChange } from '../live/live-changes.ts'
import { toMessageHtml, normalizeMessageText } from '../../shared/message-html.ts'
import type { IntercomClient } from '../intercom/intercom-client.ts'
import { readAttachmentHosts } from '../settings.ts'

type Agent = Extract<Principal, { kind: 'agent' }>

/** Refuses URLs on unknown hosts, because Intercom would fetch them. */
function checkAddresses({ attachment_urls: urls = [] }: MessageBody): void {
  if (urls.length === 0) return
  const hosts = readAttachmentHosts()
  const index = urls.findIndex((url) => !hosts.includes(new URL(url).host))
  if (index === -1) return
  const problem = 'is not on a host of INTERCOM_ATTACHMENT_HOSTS'
  throw new ApiError('invalid_request', {
    message: `The body is not valid. "attachment_urls.${index}": ${problem}.`,
    fields: { [`attachment_urls.${index}`]: problem },
  })
}

function toIntercomFiles({ attachment_urls, attachment_files }: MessageBody) {
  return {
    ...(attachment_urls?.length && { attachment_urls }),
    ...(attachment_files?.length && { attachment_files }),
  }
}

async function send(intercom: IntercomClient, id: string, body: { message_type: string }): Promise<IntercomConversation> {
  const changed = await intercom.send('POST', ['conversations', id, 'reply'], body, intercomConversationSchema)
  notifyChange(changed, body.message_type === 'note' ? 'note' : 'message')
  return changed
}

/** Intercom expects HTML from agents, and plain text from customers. */
function toAdminMessage({ adminId }: Agent, message: MessageBody) {
  const { message_type, body } = message
  return { message_type, type: 'admin', admin_id: adminId, body: toMessageHtml(body), ...toIntercomFiles(message) }
}

/** https://developers.intercom.com/docs/references/2.14/rest-api/api.intercom.io/conversations/replyconversation */
export async function sendReply(
  intercom: IntercomClient,
  principal: Principal,
  id: string,
  message: ReplyBody,
): Promise<ChangedConversation> {
  checkAddresses(message)
  if (principal.kind === 'agent') return toChangedConversation(await send(intercom, id, toAdminMessage(principal, message)), null)
  const { own } = await readOwn(intercom, principal, id)
  const { message_type, body } = message
  const reply = { message_type, type: 'user', intercom_user_id: own.id, body: normalizeMessageText(body), ...toIntercomFiles(message) }
  return toChangedConversation(limitToCustomer(await send(intercom, id, reply), own.id), own.id)
}

export async function sendNote(
  intercom: IntercomClient,
  agent: Agent,
  id: string,
  message: NoteBody,
): Promise<ChangedConversation> {
  checkAddresses(message)
  return toChangedConversation(await send(intercom, id, toAdminMessage(agent, message)), null)
}
