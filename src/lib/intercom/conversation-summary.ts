/**
 * A row of the list on its way to the browser. A page of rows is mostly fields that say nothing (nobody has it, it is
 * not snoozed, it has no tags): those are not sent, and the browser fills them in again. No zod, which it does not have.
 */
import type { ConversationsResponse } from '@/lib/intercom/contracts'

/** What a row has where its field is not there. */
export const summaryDefaults = {
  title: null,
  read: false,
  priority: false,
  waiting_since: null,
  snoozed_until: null,
  first_response_seconds: null,
  contact: null,
  admin_assignee_id: null,
  team_assignee_id: null,
  tags: [],
  preview: '',
}

/** What the customer of a row has where the field is not there. */
export const summaryContactDefaults = {
  name: null,
  email: null,
  avatar_url: null,
}

function without<T extends object>(value: T, defaults: Partial<T>): Partial<T> {
  const kept: Partial<T> = {}
  for (const key in value) {
    const field = value[key]
    const isEmpty = Array.isArray(field) && field.length === 0
    if (!isEmpty && (!(key in defaults) || field !== defaults[key])) kept[key] = field
  }
  return kept
}

/**
 * Leaves out of a page what its reader knows anyway.
 *
 * @returns what `conversationsResponseSchema` reads as the same page
 */
export function compactPage(page: ConversationsResponse): object {
  return {
    ...page,
    conversations: page.conversations.map((summary) => {
      const row = without(summary, summaryDefaults)
      return row.contact ? { ...row, contact: without(row.contact, summaryContactDefaults) } : row
    }),
  }
}

/**
 * Fills in what {@link compactPage} left out; a page that is whole stays as it is.
 *
 * @param page as it came over the network; its `conversations` are an array
 */
export function wholePage(page: ConversationsResponse): ConversationsResponse {
  return {
    ...page,
    conversations: page.conversations.map((row) => ({
      ...summaryDefaults,
      ...row,
      contact: row.contact ? { ...summaryContactDefaults, ...row.contact } : null,
    })),
  }
}
