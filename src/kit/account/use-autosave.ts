'use client'

import * as React from 'react'
import { RequestError } from '../shared/api-client.ts'
import { onSessionEnd } from '../shared/session-end.ts'
import { useLatest, useUnsavedWarning } from '../shared/use-latest.ts'

/** Value of a setting. */
export type SettingValue = string | number | boolean | null

/** Settings by name. */
export type SettingValues = Record<string, SettingValue>

/** Progress of saving one field. */
export interface FieldSave {
  status: 'saving' | 'saved' | 'failed'
  /** Why saving failed, if `status` is `failed`. */
  error?: Error
}

/** Saves fields. Returns fields that the server has changed (trimmed, for example), or nothing. */
export type SaveSettings = (changes: SettingValues) => Promise<SettingValues | void>

/** The form that a user types in, for {@link useAutosave}. */
export interface AutosaveForm {
  /** Values of this render. */
  values: Readonly<Record<string, SettingValue | undefined>>
  /** Returns the latest value of a field. */
  getValue: (name: string) => SettingValue | undefined
  /** Changes a field. */
  setValue: (name: string, value: SettingValue) => void
}

/** Options of {@link useAutosave}. */
export interface AutosaveOptions {
  /** Saved values. Newer ones replace the values of fields that the user hasn't changed. */
  values: SettingValues
  /** Saves fields. */
  save: SaveSettings
  /** The form that the user types in. Leave out if values are saved as soon as they are chosen. */
  form?: AutosaveForm | undefined
  /** Called when a field was saved, with the value that the server has now. */
  onSaved?: ((name: string, value: SettingValue) => void) | undefined
  /** Called when changes become unsaved, and when all of them are saved. */
  onUnsavedChange?: ((isUnsaved: boolean) => void) | undefined
}

/** Returned by {@link useAutosave}. */
export interface Autosave {
  /** Fields that were saved, are being saved, or couldn't be saved. */
  saves: Partial<Record<string, FieldSave>>
  /** Whether changes would be lost if the page were left. The browser then asks first. */
  isUnsaved: boolean
  /** Saves a field, unless that value is saved or on its way. */
  saveField: (name: string, value: SettingValue) => void
  /** Retries a field that couldn't be saved. */
  retry: (name: string) => void
  /** Returns the last saved value of a field. */
  getSavedValue: (name: string) => SettingValue | undefined
  /** Hides that a field was saved, because the user changes it again. */
  clear: (name: string) => void
}

/** Requests of one field: one at a time, then the newest value. */
interface Work {
  isSending: boolean
  /** The newest value. */
  wanted: SettingValue
}

/**
 * Saves settings, each field in requests of its own: two fields never overwrite each other, and of one field the last
 * value wins. A failed save is kept, and retried when the browser is back online.
 */
export function useAutosave(options: AutosaveOptions): Autosave {
  const { values, form, onUnsavedChange } = options
  const [saves, setSaves] = React.useState<Autosave['saves']>({})
  const latest = React.useRef(options)
  const saved = React.useRef<SettingValues>({})
  const work = React.useRef(new Map<string, Work>())
  React.useLayoutEffect(() => {
    const { values: before } = latest.current
    latest.current = options
    // Values from the app are newer than what was saved here.
    for (const [name, value] of Object.entries(options.values)) {
      if (before[name] !== value) delete saved.current[name]
    }
  })

  const api = React.useMemo(() => {
    const getSavedValue = (name: string) => (name in saved.current ? saved.current[name] : latest.current.values[name])
    const set = (name: string, save: FieldSave | undefined) => setSaves((before) => ({ ...before, [name]: save }))

    async function run(name: string, job: Work): Promise<void> {
      job.isSending = true
      try {
        while (job.wanted !== getSavedValue(name)) {
          const value = job.wanted
          set(name, { status: 'saving' })
          const changed = await latest.current.save({ [name]: value })
          if (work.current.get(name) !== job) return
          const kept = changed && name in changed ? (changed[name] ?? null) : value
          saved.current = { ...saved.current, [name]: kept }
          if (job.wanted === value) job.wanted = kept
          const { form: current, onSaved } = latest.current
          if (kept !== value && current?.getValue(name) === value) current.setValue(name, kept)
          onSaved?.(name, kept)
        }
        work.current.delete(name)
        set(name, { status: 'saved' })
      } catch (thrown) {
        if (work.current.get(name) !== job) return
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
        // The same value as the one that failed: wait for a retry.
        if (isSame) return
        if (value === getSavedValue(name)) {
          work.current.delete(name)
          return set(name, undefined)
        }
        return void run(name, job)
      }
      if (value === getSavedValue(name)) return
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

    return { saveField, retry, getSavedValue, clear }
  }, [])

  // What one user has typed must not be saved as the next user's.
  React.useEffect(
    () =>
      onSessionEnd(() => {
        work.current.clear()
        saved.current = {}
        setSaves({})
        const { form: current, values: kept } = latest.current
        for (const [name, value] of Object.entries(kept)) current?.setValue(name, value)
      }),
    [],
  )

  React.useEffect(() => {
    const retryOffline = () => {
      for (const [name, save] of Object.entries(saves)) {
        if (save?.error instanceof RequestError && save.error.code === 'offline') api.retry(name)
      }
    }
    window.addEventListener('online', retryOffline)
    return () => window.removeEventListener('online', retryOffline)
  }, [api, saves])

  const valuesBefore = React.useRef(values)
  React.useEffect(() => {
    for (const [name, value] of Object.entries(values)) {
      const before = valuesBefore.current[name]
      if (!form || before === value) continue
      const isChanged = form.getValue(name) !== before && saves[name]?.status !== 'saved'
      if (!isChanged) form.setValue(name, value)
    }
    valuesBefore.current = values
  })

  const isTyped = form !== undefined && Object.keys(values).some((name) => form.values[name] !== api.getSavedValue(name))
  const isUnsaved = isTyped || Object.values(saves).some((save) => save?.status === 'saving' || save?.status === 'failed')
  useUnsavedWarning(isUnsaved)
  const report = useLatest(onUnsavedChange)
  React.useEffect(() => report.current?.(isUnsaved), [isUnsaved, report])

  return { saves, isUnsaved, ...api }
}
