'use client'

import * as React from 'react'
import { type IntercomUser, useIntercom, useTrackEvent } from '../messenger/index.ts'
import { onSessionEnd } from '../shared/session-end.ts'
import type { SettingValue } from './use-autosave.ts'

/** Milliseconds without a change after which one event names all changed fields. */
const QUIET = 1_500

/** Characters that Intercom allows in a string of an event's metadata. */
const MAX_TEXT = 255

/** Attributes of an Intercom user that a settings field can update. */
export type UserAttribute = Extract<
  keyof IntercomUser,
  'name' | 'email' | 'phone' | 'avatar' | 'languageOverride' | 'unsubscribedFromEmails'
>

/** Options of {@link useProfileUpdates}. */
export interface ProfileUpdatesOptions {
  /** Name of the event; `null` for none. */
  event: string | null
  /**
   * All fields, in the order in which an event names them. `attribute` is the Intercom attribute of the user that the field
   * is; `null` for none. Default: the attribute of that name for `name`, `email` and `phone`.
   */
  fields: readonly { name: string; attribute?: UserAttribute | null | undefined }[]
}

const knownAttributes: Partial<Record<string, UserAttribute>> = { name: 'name', email: 'email', phone: 'phone' }

function joinNames(names: readonly string[]): string {
  let list = ''
  for (const name of names) {
    const longer = list ? `${list},${name}` : name
    if (longer.length > MAX_TEXT) break
    list = longer
  }
  return list
}

/**
 * Tells Intercom about changes that a user makes to their profile: the Messenger gets new attributes at once (an emptied field
 * as `null`), and one event follows with `fields_changed: 'name,email'`. The event doesn't contain the values.
 *
 * @returns a function to call when a field was saved, with its value
 */
export function useProfileUpdates(options: ProfileUpdatesOptions): (name: string, value: SettingValue) => void {
  const { updateUser } = useIntercom()
  const track = useTrackEvent()
  const changed = React.useRef(new Set<string>())
  const timer = React.useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = React.useRef(options)
  React.useLayoutEffect(() => {
    latest.current = options
  })

  const sendEvent = React.useCallback(() => {
    clearTimeout(timer.current)
    const { event, fields } = latest.current
    const names = fields.map(({ name }) => name).filter((name) => changed.current.has(name))
    changed.current.clear()
    if (event && names.length > 0) track(event, { fields_changed: joinNames(names) })
  }, [track])

  React.useEffect(() => {
    window.addEventListener('pagehide', sendEvent)
    // Changes of one user must not count as the next user's.
    const unsubscribe = onSessionEnd(() => changed.current.clear())
    return () => {
      window.removeEventListener('pagehide', sendEvent)
      unsubscribe()
      sendEvent()
    }
  }, [sendEvent])

  return React.useCallback(
    (name, value) => {
      const given = latest.current.fields.find((field) => field.name === name)?.attribute
      const attribute = given === undefined ? knownAttributes[name] : given
      if (attribute) updateUser({ [attribute]: value })
      changed.current.add(name)
      clearTimeout(timer.current)
      timer.current = setTimeout(sendEvent, QUIET)
    },
    [sendEvent, updateUser],
  )
}
