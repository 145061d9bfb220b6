import type { Contact, ContactPatch } from '../../contracts/index.ts'
import { ApiError } from '../http/errors.ts'
import type { Principal } from '../http/principals.ts'
import type { IntercomClient } from '../intercom/intercom-client.ts'
import { intercomContactSchema } from '../intercom/intercom-schemas.ts'
import { notifyContact } from '../live/live-changes.ts'
import { toContactResponse } from './contacts.ts'

/** Adds the names of the attributes that agents may change. */
export function withEditable(contact: Contact, principal: Principal, editable: readonly string[]): Contact {
  return principal.kind === 'agent' ? { ...contact, editable_attributes: [...editable] } : contact
}

/** Changes a contact. @throws ApiError `invalid_request` that names attributes which `editable` doesn't list */
export async function editContact(
  intercom: IntercomClient, principal: Principal, id: string, patch: ContactPatch, editable: readonly string[],
): Promise<Contact> {
  const refused = Object.keys(patch.custom_attributes ?? {}).filter((name) => !editable.includes(name))
  if (refused.length > 0) {
    const fields = Object.fromEntries(refused.map((name) => [`custom_attributes.${name.slice(0, 40)}`, 'is not allowed']))
    const message = `The body is not valid. "${Object.keys(fields)[0]}": is not allowed. Allow it with editableAttributes of createIntercomRoutes().`
    throw new ApiError('invalid_request', { message, fields })
  }
  const contact = await intercom.send('PUT', ['contacts', id], patch, intercomContactSchema)
  notifyContact(id)
  return toContactResponse(intercom, principal, contact)
}
