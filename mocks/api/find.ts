import type { Admin, Contact, Conversation, Tag } from '../types.ts'
import type { Workspace } from '../workspace.ts'
import { readString } from './endpoint.ts'
import { invalid, notFound } from './errors.ts'

/** Finds a conversation by id. @throws ApiFailure 404. */
export function findConversation(workspace: Workspace, id: string | undefined, message?: string): Conversation {
  const conversation = workspace.conversations.find((one) => one.id === id)
  if (!conversation) throw notFound(message)
  return conversation
}

/** Finds a contact by Intercom's id. @throws ApiFailure 404. */
export function findContact(workspace: Workspace, id: string | undefined): Contact {
  const contact = workspace.contacts.find((one) => one.id === id)
  if (!contact) throw notFound('User Not Found')
  return contact
}

/** Finds a tag by id. @throws ApiFailure 404. */
export function findTag(workspace: Workspace, id: string | undefined): Tag {
  const tag = workspace.tags.find((one) => one.id === id)
  if (!tag) throw notFound('Resource Not Found')
  return tag
}

/** Finds the admin in `admin_id`. @throws ApiFailure 400 without one, 404 if it does not exist. */
export function findActingAdmin(workspace: Workspace, body: Record<string, unknown>): Admin {
  const id = readString(body, 'admin_id')
  if (id === undefined) throw invalid('admin_id is required', 'admin_id')
  const admin = workspace.admins.find((one) => one.id === id)
  if (!admin) throw notFound()
  return admin
}

/**
 * Finds a contact by `intercom_user_id`, `user_id` or `email`.
 * @throws ApiFailure 400 without any of them, 404 if it does not exist.
 */
export function findActingContact(workspace: Workspace, body: Record<string, unknown>): Contact {
  const id = readString(body, 'intercom_user_id')
  const externalId = readString(body, 'user_id')
  const email = readString(body, 'email')?.toLowerCase()
  if (id === undefined && externalId === undefined && email === undefined) {
    throw invalid('One of intercom_user_id, user_id and email is required', 'intercom_user_id')
  }
  const contact = workspace.contacts.find((one) =>
    id !== undefined ? one.id === id
      : externalId !== undefined ? one.external_id === externalId
        : one.email?.toLowerCase() === email)
  if (!contact) throw notFound('User Not Found')
  return contact
}
