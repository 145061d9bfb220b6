'use client'

import * as React from 'react'
import { useSWRConfig } from 'swr'
import type { ContactNote, ContactNotesResponse } from '../../contracts/index.ts'
import { API_ROOT, isAbort, RequestError } from '../../shared/api-client.ts'
import { createIdempotencyKey } from '../../shared/retry.ts'
import { PAGES } from '../../shared/inbox-data.ts'
import { getSession } from '../../shared/session.ts'
import { mayHaveSucceeded } from '../../strings/index.ts'
import { postOnce } from '../actions/optimistic-changes.ts'
import { drafts, useDraft } from '../composer/drafts.ts'
import { type Resource, useResource } from '../data/use-resource.ts'
import { toTimelineUrl } from './use-customer-timeline.ts'

/** Notes on a contact and the field for a new one, for `ContactNotesView`. */
export interface ContactNotesData {
  /** The latest 50 notes; `undefined` while loading. */
  notes: ContactNote[] | undefined
  /** Number of notes that are too old to be listed. */
  olderCount: number
  error: RequestError | undefined
  reload: () => void
  /** Text in the field. It survives a reload of the page, and belongs to the signed-in user. */
  text: string
  setText: (text: string) => void
  /** Text of the note that is being saved; `null` if none is. */
  saving: string | null
  /** Set if the last note wasn't saved. Its text is back in the field. */
  failure: Error | undefined
  /** Saves the text of the field as a note. */
  add: () => void
}

/** Loads the notes on a contact and adds new ones, which show at once. `null` loads nothing. For agents only. */
export function useContactNotes(contactId: string | null | undefined): ContactNotesData {
  const url = contactId ? `${API_ROOT}/contacts/${encodeURIComponent(contactId)}/notes` : null
  const { data, error, reload }: Resource<ContactNotesResponse> = useResource(url, ({ notes }) => Array.isArray(notes))
  const { mutate } = useSWRConfig()
  const place = `contact-${contactId}`
  const [{ text }, change] = useDraft(place, 'note')
  const [saving, setSaving] = React.useState<string | null>(null)
  const [failure, setFailure] = React.useState<Error>()
  // A retry of the same text must not write it twice.
  const attempt = React.useRef<{ text: string; key: string } | null>(null)

  async function add(): Promise<void> {
    const body = text.trim()
    if (!url || !contactId || body === '' || saving !== null) return
    const { key } = attempt.current?.text === body ? attempt.current : (attempt.current = { text: body, key: createIdempotencyKey() })
    setSaving(body)
    setFailure(undefined)
    change({ text: '' })
    try {
      const note = await postOnce<ContactNote>(url, { body }, key, getSession(), ({ id }) => typeof id === 'string')
      attempt.current = null
      const withNote = (list: ContactNotesResponse | undefined) =>
        list && { notes: [note, ...list.notes.filter(({ id }) => id !== note.id)], total_count: list.total_count + 1 }
      // Rejects once the `SWRConfig` of the cache has unmounted. The note is written all the same.
      await mutate<ContactNotesResponse>(url, withNote, { revalidate: false }).catch(() => {})
      void mutate(PAGES + toTimelineUrl(contactId, null)).catch(() => {})
    } catch (thrown) {
      // Another user has signed in. The text isn't theirs.
      if (isAbort(thrown)) return
      // The note may be there: the user decides whether to add it again.
      if (thrown instanceof RequestError && thrown.code === 'conflict') attempt.current = null
      if (mayHaveSucceeded(thrown)) void mutate(url).catch(() => {})
      const typed = drafts.get(place, 'note').text
      change({ text: typed === '' ? body : `${body}\n\n${typed}` })
      setFailure(thrown instanceof Error ? thrown : new Error(String(thrown)))
    } finally {
      setSaving(null)
    }
  }

  return {
    notes: data?.notes,
    olderCount: data ? Math.max(0, data.total_count - data.notes.length) : 0,
    error,
    reload,
    text,
    setText: (next) => change({ text: next }),
    saving,
    failure,
    add: () => void add(),
  }
}
