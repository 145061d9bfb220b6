import { buildAddressableList } from '../data/build-people.ts'
import type { Company, Contact, Tag } from '../types.ts'
import { type Workspace, nextId } from '../workspace.ts'
import { isObject, readString } from './endpoint.ts'
import { invalid, notFound } from './errors.ts'
import { findContact } from './find.ts'

/** Finds or creates a tag by name, or renames the tag with the given id. @throws ApiFailure 404. */
export function upsertTag(workspace: Workspace, name: string, id: string | undefined): Tag {
  const known = workspace.tags.find((tag) => (id === undefined ? tag.name === name : tag.id === id))
  if (known) {
    known.name = name
    return known
  }
  if (id !== undefined) throw notFound('Tag not found', 'tag_not_found')
  const tag: Tag = { type: 'tag', id: nextId(workspace, 'tag'), name }
  workspace.tags.push(tag)
  return tag
}

function readMany(body: Record<string, unknown>, field: string): Record<string, unknown>[] {
  const many = body[field] ?? []
  if (!Array.isArray(many) || !many.every(isObject)) throw invalid(`${field} must be a list of objects`, field)
  return many
}

function findTargetCompany(workspace: Workspace, entry: Record<string, unknown>): Company {
  const [id, companyId] = [readString(entry, 'id'), readString(entry, 'company_id')]
  const company = workspace.companies.find((one) => (id === undefined ? one.company_id === companyId : one.id === id))
  if (!company) throw notFound('Company Not Found', 'company_not_found')
  return company
}

function setContactTag(contact: Contact, tag: Tag, isOff: boolean): void {
  const others = contact.tags.data.map(({ id }) => id).filter((id) => id !== tag.id)
  contact.tags = buildAddressableList(contact.id, 'tags', isOff ? others : [...others, tag.id])
}

/**
 * Adds a tag to the companies and contacts of a request body, or removes it for entries with `untag`.
 * @throws ApiFailure 400, 404.
 */
export function applyTag(workspace: Workspace, body: Record<string, unknown>, tag: Tag): void {
  for (const entry of readMany(body, 'companies')) {
    const { tags } = findTargetCompany(workspace, entry)
    tags.tags = tags.tags.filter(({ id }) => id !== tag.id)
    if (entry.untag !== true) tags.tags.push({ ...tag })
  }
  for (const entry of readMany(body, 'users')) {
    setContactTag(findContact(workspace, readString(entry, 'id')), tag, entry.untag === true)
  }
}

/** Deletes a tag and removes it from contacts, companies and conversations. */
export function removeTag(workspace: Workspace, tag: Tag): void {
  const isOther = ({ id }: Tag) => id !== tag.id
  workspace.tags = workspace.tags.filter(isOther)
  for (const contact of [...workspace.contacts, ...workspace.archived]) setContactTag(contact, tag, true)
  for (const { tags } of workspace.companies) tags.tags = tags.tags.filter(isOther)
  for (const { tags, conversation_parts } of workspace.conversations) {
    tags.tags = tags.tags.filter(isOther)
    for (const part of conversation_parts.conversation_parts) part.tags = part.tags.filter(isOther)
  }
}
