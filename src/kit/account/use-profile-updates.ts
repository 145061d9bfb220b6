'use client'

import * as React from 'react'
import { type IntercomUser, useIntercom, useTrackEvent } from '../messenger/index.ts'
import type { SettingValue } from './use-autosave.ts'

/** Milliseconds of quiet after which what was saved is told: somebody who fills in a form does one thing. */
const QUIET = 1_500

/** Characters that a text of an event's metadata may have. */
const MAX_TEXT = 255

/** Attributes of a person that a setting can be. */
export type UserAttribute = Extract<
  keyof IntercomUser,
  'name' | 'email' | 'phone' | 'avatar' | 'languageOverride' | 'unsubscribedFromEmails'
>

/** What {@link useProfileUpdates} takes. */
export interface ProfileUpdatesOptions {
  /** The name of the event; null for none. */
  event: string | null
  /** All fields, in the order in which an event names them. */
  order: readonly string[]
}

function listOf(names: readonly string[]): string {
  let list = ''
  for (const name of names) {
    const longer = list ? `${list},${name}` : name
    if (longer.length > MAX_TEXT) break
    list = longer
  }
  return list
}

/**
 * Tells Intercom what somebody has changed of themselves: at once what the Messenger knows of them, and, when they are
 * done, one event with `fields_changed: 'name,email'`. The values themselves are not in the event.
 *
 * @returns to be called for each field that was saved, with the attribute that it is, if it is one
 */
export function useProfileUpdates({ event, order }: ProfileUpdatesOptions) {
  const { updateUser } = useIntercom()
  const track = useTrackEvent()
  const changed = React.useRef(new Set<string>())
  const timer = React.useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = React.useRef({ event, order })
  React.useLayoutEffect(() => {
    latest.current = { event, order }
  })

  const tell = React.useCallback(() => {
    clearTimeout(timer.current)
    const { event: name, order: names } = latest.current
    const fields = names.filter((field) => changed.current.has(field))
    changed.current.clear()
    if (name && fields.length > 0) track(name, { fields_changed: listOf(fields) })
  }, [track])

  React.useEffect(() => {
    window.addEventListener('pagehide', tell)
    return () => {
      window.removeEventListener('pagehide', tell)
      tell()
    }
  }, [tell])

  return React.useCallback(
    (field: string, attribute?: UserAttribute, value?: SettingValue) => {
      if (attribute) updateUser({ [attribute]: value })
      changed.current.add(field)
      clearTimeout(timer.current)
      timer.current = setTimeout(tell, QUIET)
    },
    [tell, updateUser],
  )
}
