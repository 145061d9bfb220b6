'use client'

import * as React from 'react'
import { RequestError } from '../shared/api-client.ts'
import { onSessionEnd } from '../shared/session.ts'
import { useLatest, useUnsavedWarning } from '../shared/use-latest.ts'

/** Value of a setting. */
export type SettingValue = string | number | boolean | null

/** Settings by name. */
export type SettingValues = Record<string, SettingValue>

/** Progress of saving one field. */
export interface FieldSave {
  status: 'saving' | 'saved' | 'failed'
  /** Set if `status` is `failed`. */
  error?: Error
}

/** Saves settings. Resolves to values that the server has changed, such as trimmed ones. */
export type SaveSettings = (changes: SettingValues) => Promise<SettingValues | void>

/** Form that the user types in, for {@link useAutosave}. */
export interface AutosaveForm {
  /** Values of this render. */
  values: Readonly<Record<string, SettingValue | undefined>>
  /** Returns the latest value of a field. */
  getValue: (name: string) => SettingValue | undefined
  setValue: (name: string, value: SettingValue) => void
}

interface AutosaveOptions {
  /** Saved values. Newer ones replace fields that the user hasn't changed. */
  values: SettingValues
  save: SaveSettings
  /** Missing if values are saved as soon as the user chooses them. */
  form?: AutosaveForm | undefined
  /** Called when a field was saved, with the stored value. */
  onSaved?: ((name: string, value: SettingValue) => void) | undefined
  onUnsavedChange?: ((isUnsaved: boolean) => void) | undefined
}

interface Autosave {
  saves: Partial<Record<string, FieldSave>>
  /** Whether leaving the page would lose changes. The browser then asks first. */
  isUnsaved: boolean
  saveField: (name: string, value: SettingValue) => void
  retry: (name: string) => void
  getSavedValue: (name: string) => SettingValue | undefined
  /** Clears the status `saved` of a field, because the user edits it again. */
  clear: (name: string) => void
}

/** A field's requests run one at a time, until the newest value is saved. */
interface SaveJob {
  isSending: boolean
  wanted: SettingValue
}

/** Milliseconds between retries while the server can't be reached. */
const OFFLINE_RETRY = 60_000

/**
 * Saves each field in its own requests: fields never overwrite each other, and the last value of a field wins. Failed saves are
 * kept, and retried every minute and when the browser is back online.
 */
export function useAutosave(options: AutosaveOptions): Autosave {
  const { values, form, onUnsavedChange } = options
  const [saves, setSaves] = React.useState<Autosave['saves']>({})
  const latest = React.useRef(options)
  const saved = React.useRef<SettingValues>({})
  const jobs = React.useRef(new Map<string, SaveJob>())
  React.useLayoutEffect(() => {
    const { values: before } = latest.current
    latest.current = options
    // Values from the app are newer than values saved here.
    for (const [name, value] of Object.entries(options.values)) {
      if (before[name] !== value) delete saved.current[name]
    }
  })

  const api = React.useMemo(() => {
    const getSavedValue = (name: string) => (name in saved.current ? saved.current[name] : latest.current.values[name])
    const set = (name: string, save: FieldSave | undefined) => setSaves((before) => ({ ...before, [name]: save }))

    async function runJob(name: string, job: SaveJob): Promise<void> {
      job.isSending = true
      try {
        while (job.wanted !== getSavedValue(name)) {
          const value = job.wanted
          set(name, { status: 'saving' })
          const changed = await latest.current.save({ [name]: value })
          if (jobs.current.get(name) !== job) return
          const kept = changed && name in changed ? (changed[name] ?? null) : value
          saved.current = { ...saved.current, [name]: kept }
          if (job.wanted === value) job.wanted = kept
          const { form: current, onSaved } = latest.current
          if (kept !== value && current?.getValue(name) === value) current.setValue(name, kept)
          onSaved?.(name, kept)
        }
        jobs.current.delete(name)
        set(name, { status: 'saved' })
      } catch (thrown) {
        if (jobs.current.get(name) !== job) return
        job.isSending = false
        set(name, { status: 'failed', error: thrown instanceof Error ? thrown : new Error(String(thrown)) })
      }
    }

    function saveField(name: string, value: SettingValue): void {
      const job = jobs.current.get(name)
      if (job) {
        const isSame = job.wanted === value
        job.wanted = value
        if (job.isSending) return
        // This value has failed before: wait for a retry.
        if (isSame) return
        if (value === getSavedValue(name)) {
          jobs.current.delete(name)
          return set(name, undefined)
        }
        return void runJob(name, job)
      }
      if (value === getSavedValue(name)) return
      const next: SaveJob = { isSending: false, wanted: value }
      jobs.current.set(name, next)
      void runJob(name, next)
    }

    function retry(name: string): void {
      const job = jobs.current.get(name)
      if (job && !job.isSending) void runJob(name, job)
    }

    function clear(name: string): void {
      setSaves((before) => (before[name]?.status === 'saved' ? { ...before, [name]: undefined } : before))
    }

    return { saveField, retry, getSavedValue, clear }
  }, [])

  // Values of one user must not be saved as the next user's.
  React.useEffect(
    () =>
      onSessionEnd(() => {
        jobs.current.clear()
        saved.current = {}
        setSaves({})
        const { form: current, values: kept } = latest.current
        for (const [name, value] of Object.entries(kept)) current?.setValue(name, value)
      }),
    [],
  )

  React.useEffect(() => {
    const waiting = Object.entries(saves).filter(([, save]) => save?.error instanceof RequestError && save.error.code === 'offline')
    if (waiting.length === 0) return
    const retryOffline = () => waiting.forEach(([name]) => api.retry(name))
    // A browser can be online and the server out of reach.
    const timer = setInterval(retryOffline, OFFLINE_RETRY)
    window.addEventListener('online', retryOffline)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', retryOffline)
    }
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
