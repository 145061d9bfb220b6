import { readFlag, readId, readList, readObject, readText, readTime, type JsonObject } from './intercom-readers.ts'

/** Reads an image URL, which some API versions wrap in an object. */
export function readAvatar(value: unknown): string | null {
  return readText(readObject(value)?.image_url ?? value)
}

function readLocation(value: unknown) {
  const location = readObject(value)
  return location && { city: readText(location.city), region: readText(location.region), country: readText(location.country) }
}

function readIds(value: unknown) {
  const list = readObject(value)
  return list && {
    data: readList(list.data, (member) => {
      const id = readId(member.id)
      return id === null ? null : { id }
    }),
  }
}

export function readContact(contact: JsonObject) {
  const id = readId(contact.id)
  if (id === null) return null
  return {
    id,
    external_id: readText(contact.external_id),
    role: readText(contact.role),
    name: readText(contact.name),
    email: readText(contact.email),
    phone: readText(contact.phone),
    avatar: readAvatar(contact.avatar),
    created_at: readTime(contact.created_at),
    signed_up_at: readTime(contact.signed_up_at),
    last_seen_at: readTime(contact.last_seen_at),
    updated_at: readTime(contact.updated_at),
    unsubscribed_from_emails: readFlag(contact.unsubscribed_from_emails),
    location: readLocation(contact.location),
    custom_attributes: readObject(contact.custom_attributes),
    companies: readIds(contact.companies),
    tags: readIds(contact.tags),
  }
}
