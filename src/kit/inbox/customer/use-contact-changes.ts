'use client'

import * as React from 'react'
import { useSWRConfig } from 'swr'
import type { Contact, ContactPatch } from '../../contracts/index.ts'
import { API_ROOT, getViewer, requestJson } from '../../shared/api-client.ts'
import type { AttributeValue } from '../../strings/index.ts'
import type { DetailAttribute } from '../details/detail-attributes.ts'

/** Prefix of a custom attribute among the values of a contact, as in the fields of the route's errors. */
const ATTRIBUTES = 'custom_attributes.'

/** Returns the values of a contact that agents may change, by the name of their field. Empty if the route allows none. */
export function getContactValues({ name, phone, custom_attributes, editable_attributes }: Contact): Record<string, AttributeValue> {
  if (!editable_attributes) return {}
  const attributes = editable_attributes.map((attribute) => [ATTRIBUTES + attribute, custom_attributes[attribute] ?? null] as const)
  return { name, phone, ...Object.fromEntries(attributes) }
}

/** Returns a contact with other values. */
export function withContactValues(contact: Contact, values: Record<string, AttributeValue>): Contact {
  const { name = contact.name, phone = contact.phone, ...rest } = values
  const attributes = Object.entries(rest).map(([field, value]) => [field.slice(ATTRIBUTES.length), value])
  return { ...contact, name: name as string | null, phone: phone as string | null, custom_attributes: { ...contact.custom_attributes, ...Object.fromEntries(attributes) } }
}

/** Describes a value of a contact for its editor. */
export function toContactDetail(name: string, label: string, text: string, value: AttributeValue): DetailAttribute {
  const type = typeof value === 'boolean' ? 'boolean' : typeof value === 'number' ? 'decimal' : 'string'
  return { name, label, text, value, description: null, type, options: [], isMissing: value === null, isTruncated: false, isEditable: true }
}

/** Returns the name of a custom attribute's field, as in {@link getContactValues}. */
export const toAttributeField = (attribute: string) => ATTRIBUTES + attribute

/** Returns a function that saves values of a contact by the name of their field, for `useAutosave`. For agents only. */
export function useSaveContact() {
  const { mutate } = useSWRConfig()
  return React.useCallback(
    async (contactId: string, values: Record<string, AttributeValue>): Promise<Record<string, AttributeValue>> => {
      const patch: ContactPatch = {}
      for (const [field, value] of Object.entries(values)) {
        if (field === 'name' || field === 'phone') patch[field] = value === null ? null : String(value)
        else patch.custom_attributes = { ...patch.custom_attributes, [field.slice(ATTRIBUTES.length)]: value }
      }
      const url = `${API_ROOT}/contacts/${encodeURIComponent(contactId)}`
      const viewer = getViewer()
      const contact = await requestJson<Contact>(url, ({ id }) => typeof id === 'string', {
        method: 'PATCH',
        headers: { 'content-type': 'application/json', ...(viewer && { 'x-intercom-viewer': viewer }) },
        body: JSON.stringify(patch),
      })
      await mutate(url, contact, { revalidate: false })
      const stored = getContactValues(contact)
      return Object.fromEntries(Object.keys(values).map((field) => [field, stored[field] ?? null]))
    },
    [mutate],
  )
}
