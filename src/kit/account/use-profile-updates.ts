'use client'

import * as React from 'react'
import { type IntercomUser, useIntercom, useTrackEvent } from '../messenger/index.ts'
import { onSessionEnd } from '../shared/session.ts'
import type { SettingValue } from './use-autosave.ts'

/** Milliseconds without a change before one event names all changed fields. */
const QUIET = 1_500

/** Intercom's limit for a string in an event's metadata. */
const MAX_TEXT = 255

/** Intercom attribute of the user that a settings field can update. */
export type UserAttribute = Extract<
  keyof IntercomUser,
  'name' | 'email' | 'phone' | 'avatar' | 'languageOverride' | 'unsubscribedFromEmails'
>

interface ProfileUpdatesOptions {
  /** Name of the event. `null` tracks no event. */
  event: string | null
  /** Fields, in the event's order. `attribute` defaults to the field's name for `name`, `email` and `phone`; `null` for none. */
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
 * Returns a function to call with each saved field. It updates the user's attribute in Intercom at once, and later tracks one
 * event with `fields_changed: 'name,email'`, without the values.
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
