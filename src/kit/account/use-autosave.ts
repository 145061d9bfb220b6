'use client'

import * as React from 'react'
import { RequestError } from '../shared/api-client.ts'

/** What a setting can hold. */
export type SettingValue = string | number | boolean | null

/** Settings by their names. */
export type SettingValues = Record<string, SettingValue>

/** How the saving of one field stands. A field that is not listed is as it was. */
export interface FieldSave {
  status: 'saving' | 'saved' | 'failed'
  /** Why it failed, where `status` is `failed`. */
  error?: Error
}

/** Saves fields; gives those that the server has changed on the way (trimmed, say), or nothing. */
export type SaveSettings = (changes: SettingValues) => Promise<SettingValues | void>

/** What {@link useAutosave} takes. */
export interface AutosaveOptions {
  /** What is saved now. Later values count for fields that nobody has touched. */
  values: SettingValues
  /** Saves fields. */
  save: SaveSettings
  /** A field was saved: what the server has now, and what it was sent. */
  onSaved?: (name: string, value: SettingValue, sent: SettingValue) => void
}

/** What {@link useAutosave} gives. */
export interface Autosave {
  /** Fields that were saved, are being saved, or could not be. */
  saves: Partial<Record<string, FieldSave>>
  /** Whether something is on its way, or could not be saved. */
  isUnsaved: boolean
  /** Saves a field, unless it is saved like that, or on its way. */
  saveField: (name: string, value: SettingValue) => void
  /** Saves what could not be saved once more. */
  retry: (name: string) => void
  /** What was saved last, as the server has it. */
  savedValue: (name: string) => SettingValue | undefined
  /** Takes away what is said of a field: somebody is changing it. */
  clear: (name: string) => void
}

/** One field's work: one request at a time, and the newest value next. */
interface Work {
  isSending: boolean
  /** What is wanted in the end. */
  wanted: SettingValue
}

/**
 * Saves settings one field at a time, each by itself: two fields never overwrite each other, since a request carries one
 * field alone; and of one field the last value wins, since its requests wait for each other. What failed is kept, and is
 * tried again when the network is back.
 */
export function useAutosave(options: AutosaveOptions): Autosave {
  const [saves, setSaves] = React.useState<Autosave['saves']>({})
  const latest = React.useRef(options)
  const saved = React.useRef<SettingValues>({})
  const work = React.useRef(new Map<string, Work>())
  React.useLayoutEffect(() => {
    const { values: before } = latest.current
    latest.current = options
    // What the app has learnt since is newer than what was saved here.
    for (const [name, value] of Object.entries(options.values)) {
      if (before[name] !== value) delete saved.current[name]
    }
  })

  const api = React.useMemo(() => {
    const savedValue = (name: string) => (name in saved.current ? saved.current[name] : latest.current.values[name])
    const set = (name: string, save: FieldSave | undefined) => setSaves((before) => ({ ...before, [name]: save }))

    async function run(name: string, job: Work): Promise<void> {
      job.isSending = true
      try {
        while (job.wanted !== savedValue(name)) {
          const value = job.wanted
          set(name, { status: 'saving' })
          const changed = await latest.current.save({ [name]: value })
          const kept = changed && name in changed ? (changed[name] ?? null) : value
          saved.current = { ...saved.current, [name]: kept }
          if (job.wanted === value) job.wanted = kept
          latest.current.onSaved?.(name, kept, value)
        }
        work.current.delete(name)
        set(name, { status: 'saved' })
      } catch (thrown) {
        job.isSending = false
        set(name, { status: 'failed', error: thrown instanceof Error ? thrown : new Error(String(thrown)) })
      }
    }

    function saveField(name: string, value: SettingValue): void {
      const job = work.current.get(name)
      if (job) {
        const isSame = job.wanted === value
        job.wanted = value
        if (job.isSending) return
        // What failed as it stands is tried again when somebody says so.
        if (isSame) return
        if (value === savedValue(name)) {
          work.current.delete(name)
          return set(name, undefined)
        }
        return void run(name, job)
      }
      if (value === savedValue(name)) return
      const next: Work = { isSending: false, wanted: value }
      work.current.set(name, next)
      void run(name, next)
    }

    function retry(name: string): void {
      const job = work.current.get(name)
      if (job && !job.isSending) void run(name, job)
    }

    function clear(name: string): void {
      setSaves((before) => (before[name]?.status === 'saved' ? { ...before, [name]: undefined } : before))
    }

    return { saveField, retry, savedValue, clear }
  }, [])

  React.useEffect(() => {
    const goOn = () => {
      for (const [name, save] of Object.entries(saves)) {
        if (save?.error instanceof RequestError && save.error.code === 'offline') api.retry(name)
      }
    }
    window.addEventListener('online', goOn)
    return () => window.removeEventListener('online', goOn)
  }, [api, saves])

  const isUnsaved = Object.values(saves).some((save) => save?.status === 'saving' || save?.status === 'failed')
  return { saves, isUnsaved, ...api }
}
