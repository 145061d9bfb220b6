'use client'

import * as React from 'react'
import { formatString, type StringTable, type Translator } from './format-string.ts'

/** Translated or changed strings, by component. Missing strings stay in English. */
export type KitStrings = Record<string, Partial<StringTable>>

interface LocaleValue {
  locale: string
  timeZone: string | undefined
  now: number | undefined
  strings: KitStrings
  /** Unix seconds of the server's clock, until hydration has finished. */
  serverNow?: number | undefined
}

interface LocaleProviderProps {
  /** BCP 47 tag of the language. @default 'en' */
  locale?: string | undefined
  /** IANA name of the time zone. @default the browser's */
  timeZone?: string | undefined
  /** Stops the clock at this time, for stories and tests. */
  now?: Date | undefined
  /** Strings by component: `{ conversationList: { empty: '…' } }`. */
  strings?: KitStrings | undefined
  children: React.ReactNode
}

const LocaleContext = React.createContext<LocaleValue>({ locale: 'en', timeZone: undefined, now: undefined, strings: {} })

/** Formats at the server's time and in UTC, unless the app sets them. */
function withServerClock(value: LocaleValue, serverNow: number | undefined): LocaleValue {
  return serverNow === undefined ? value : { ...value, serverNow, now: value.now ?? serverNow, timeZone: value.timeZone ?? 'UTC' }
}

/** Sets language, time zone, clock and strings of the components inside. @default English, in the browser's time zone */
function LocaleProvider({ locale = 'en', timeZone, now, strings, children }: LocaleProviderProps) {
  const { serverNow } = React.use(LocaleContext)
  const seconds = now && Math.floor(now.getTime() / 1000)
  const value = React.useMemo(
    () => withServerClock({ locale, timeZone, now: seconds, strings: strings ?? {} }, serverNow),
    [locale, timeZone, seconds, strings, serverNow],
  )
  return <LocaleContext value={value}>{children}</LocaleContext>
}

/** Props of {@link StringsProvider}. */
export interface StringsProviderProps {
  /** Key of the component in the `strings` of {@link LocaleProvider}. */
  component: string
  /** Overrides for the component's strings. */
  strings: Partial<StringTable> | undefined
  /** Parts of the component. */
  children: React.ReactNode
}

/** Passes the `strings` prop of a component to all its parts, which call {@link useStrings}. */
function StringsProvider({ component, strings, children }: StringsProviderProps) {
  const outer = React.use(LocaleContext)
  const value = React.useMemo(() => {
    if (!strings) return outer
    const given = Object.fromEntries(Object.entries(strings).filter(([, string]) => string !== undefined))
    return { ...outer, strings: { ...outer.strings, [component]: { ...outer.strings[component], ...given } } }
  }, [outer, component, strings])
  return <LocaleContext value={value}>{children}</LocaleContext>
}

/** Props of {@link HydrationClock}. */
export interface HydrationClockProps {
  /** Unix seconds at which the server rendered. */
  now: number
  /** Components that format times. */
  children: React.ReactNode
}

/**
 * Renders times as the server rendered them until hydration has finished: at `now`, in UTC. A clock or time zone of
 * {@link LocaleProvider} wins.
 */
function HydrationClock({ now, children }: HydrationClockProps) {
  const outer = React.use(LocaleContext)
  const isHydrated = React.useSyncExternalStore(subscribeToNothing, () => true, () => false)
  const value = React.useMemo(() => withServerClock(outer, isHydrated ? undefined : now), [isHydrated, outer, now])
  return <LocaleContext value={value}>{children}</LocaleContext>
}

/** Returns the language and time zone of the nearest {@link LocaleProvider}. */
function useLocale(): { locale: string; timeZone: string | undefined } {
  return React.use(LocaleContext)
}

/** Returns whether a language is written from right to left. */
function isRightToLeft(locale: string): boolean {
  return /^(?:ar|fa|he|ur)\b/.test(locale)
}

/** Returns a function for the strings of a component: `overrides` first, then those of `LocaleProvider`, then `defaults`. */
function useStrings<Table extends StringTable>(
  component: string,
  defaults: Table,
  overrides?: Partial<StringTable> | undefined,
): Translator<Table> {
  const { locale, strings } = React.use(LocaleContext)
  const translated = strings[component]
  return React.useMemo(() => createTranslate(defaults, locale, translated, overrides), [defaults, locale, overrides, translated])
}

/** Same as {@link useStrings}, for defaults that load later. */
function useLazyStrings(): <Table extends StringTable>(component: string, defaults: Table) => Translator<Table> {
  const { locale, strings } = React.use(LocaleContext)
  return React.useCallback((component, defaults) => createTranslate(defaults, locale, strings[component]), [locale, strings])
}

function createTranslate<Table extends StringTable>(
  defaults: Table,
  locale: string,
  translated?: Partial<StringTable> | undefined,
  overrides?: Partial<StringTable> | undefined,
): Translator<Table> {
  return (key, values = {}) => {
    const string = overrides?.[key] ?? translated?.[key] ?? defaults[key]
    return string === undefined ? key : formatString(string, values, locale)
  }
}

// All components share one timer.
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined
let current = 0

const subscribeToNothing = () => () => {}
const zero = () => 0
/** Starts the clock with the first component, before its effects: it would render twice otherwise. */
const readClock = () => (current ||= Math.floor(Date.now() / 1000))

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  current = Math.floor(Date.now() / 1000)
  timer ??= setInterval(() => {
    current = Math.floor(Date.now() / 1000)
    for (const notify of listeners) notify()
  }, 20_000)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) {
      clearInterval(timer)
      timer = undefined
      current = 0
    }
  }
}

/**
 * Returns the time in Unix seconds, updated every 20 seconds. `null` on the server and until hydration, when components show
 * absolute times.
 */
function useNow(): number | null {
  const { now } = React.use(LocaleContext)
  const isStopped = now !== undefined
  const ticking = React.useSyncExternalStore(isStopped ? subscribeToNothing : subscribe, isStopped ? zero : readClock, zero)
  return now ?? (ticking === 0 ? null : ticking)
}

/** Returns whether {@link LocaleProvider} has stopped the clock. Components that count seconds stop, too. */
function useIsClockFrozen(): boolean {
  return React.use(LocaleContext).now !== undefined
}

export { HydrationClock, isRightToLeft, LocaleProvider, StringsProvider, useLazyStrings, useLocale, useStrings, useNow, useIsClockFrozen }
