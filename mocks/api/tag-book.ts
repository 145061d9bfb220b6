import { addressableList } from '../data/build-people.ts'
import type { Company, Contact, Tag } from '../types.ts'
import { type Workspace, nextId } from '../workspace.ts'
import { isObject, readString } from './endpoint.ts'
import { invalid, notFound } from './errors.ts'
import { findContact } from './find.ts'

/** The tag of a name, made where there is none; the tag of an id, under a new name. @throws ApiFailure 404. */
export function createOrRename(workspace: Workspace, name: string, id: string | undefined): Tag {
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

function companyOf(workspace: Workspace, entry: Record<string, unknown>): Company {
  const [id, companyId] = [readString(entry, 'id'), readString(entry, 'company_id')]
  const company = workspace.companies.find((one) => (id === undefined ? one.company_id === companyId : one.id === id))
  if (!company) throw notFound('Company Not Found', 'company_not_found')
  return company
}

function tagContact(contact: Contact, tag: Tag, isOff: boolean): void {
  const others = contact.tags.data.map(({ id }) => id).filter((id) => id !== tag.id)
  contact.tags = addressableList(contact.id, 'tags', isOff ? others : [...others, tag.id])
}

/** Tags the companies and contacts that a body names, or takes the tag off them. @throws ApiFailure 400, 404. */
export function tagMany(workspace: Workspace, body: Record<string, unknown>, tag: Tag): void {
  for (const entry of readMany(body, 'companies')) {
    const { tags } = companyOf(workspace, entry)
    tags.tags = tags.tags.filter(({ id }) => id !== tag.id)
    if (entry.untag !== true) tags.tags.push({ ...tag })
  }
  for (const entry of readMany(body, 'users')) {
    tagContact(findContact(workspace, readString(entry, 'id')), tag, entry.untag === true)
  }
}

/** Takes a tag off everything that it hangs on, and out of the workspace. */
export function removeTag(workspace: Workspace, tag: Tag): void {
  const isOther = ({ id }: Tag) => id !== tag.id
  workspace.tags = workspace.tags.filter(isOther)
  for (const contact of [...workspace.contacts, ...workspace.archived]) tagContact(contact, tag, true)
  for (const { tags } of workspace.companies) tags.tags = tags.tags.filter(isOther)
  for (const { tags, conversation_parts } of workspace.conversations) {
    tags.tags = tags.tags.filter(isOther)
    for (const part of conversation_parts.conversation_parts) part.tags = part.tags.filter(isOther)
  }
}
