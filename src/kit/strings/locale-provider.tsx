'use client'

import * as React from 'react'
import { formatString, type StringTable, type Translator } from './format-string.ts'

/** Strings by component, in another language or changed. Missing strings stay in English. */
export type KitStrings = Record<string, Partial<StringTable>>

interface LocaleValue {
  locale: string
  timeZone: string | undefined
  now: number | undefined
  strings: KitStrings
}

/** Props of {@link LocaleProvider}. */
export interface LocaleProviderProps {
  /** Language, as a BCP 47 tag. @default 'en' */
  locale?: string | undefined
  /** IANA time zone. Default: the browser's. */
  timeZone?: string | undefined
  /** Stops the clock at this time, for stories, tests and pages rendered on the server. */
  now?: Date | undefined
  /** Strings by component: `{ conversationList: { empty: '…' } }`. */
  strings?: KitStrings | undefined
  /** The app, or a part of it. */
  children: React.ReactNode
}

const LocaleContext = React.createContext<LocaleValue>({ locale: 'en', timeZone: undefined, now: undefined, strings: {} })

/**
 * Sets language, time zone, clock and strings of the components below. Without it they are in English, in the browser's time
 * zone.
 */
function LocaleProvider({ locale = 'en', timeZone, now, strings, children }: LocaleProviderProps) {
  const seconds = now && Math.floor(now.getTime() / 1000)
  const value = React.useMemo(
    () => ({ locale, timeZone, now: seconds, strings: strings ?? {} }),
    [locale, timeZone, seconds, strings],
  )
  return <LocaleContext value={value}>{children}</LocaleContext>
}

/** Props of {@link StringsProvider}. */
export interface StringsProviderProps {
  /** The component's key in the `strings` of {@link LocaleProvider}. */
  component: string
  /** Overrides for the component's strings. */
  strings: Partial<StringTable> | undefined
  /** The parts of the component. */
  children: React.ReactNode
}

/** Passes the `strings` prop of a component on to all its parts, so that each of them can call {@link useStrings}. */
function StringsProvider({ component, strings, children }: StringsProviderProps) {
  const outer = React.use(LocaleContext)
  const value = React.useMemo(() => {
    if (!strings) return outer
    const given = Object.fromEntries(Object.entries(strings).filter(([, message]) => message !== undefined))
    return { ...outer, strings: { ...outer.strings, [component]: { ...outer.strings[component], ...given } } }
  }, [outer, component, strings])
  return <LocaleContext value={value}>{children}</LocaleContext>
}

/** Returns the user's language and time zone, for the functions that format times. */
function useLocale(): { locale: string; timeZone: string | undefined } {
  return React.use(LocaleContext)
}

/** Returns whether a language is written from right to left. */
function isRightToLeft(locale: string): boolean {
  return /^(?:ar|fa|he|ur)\b/.test(locale)
}

/**
 * Returns a function for a component's strings. The component's `messages` prop comes first, then the provider's strings, then
 * the defaults.
 *
 * @param component the component's key in the provider's `messages`
 * @param defaults English strings
 * @param overrides the component's `messages` prop
 */
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
    const message = overrides?.[key] ?? translated?.[key] ?? defaults[key]
    return message === undefined ? key : formatString(message, values, locale)
  }
}

// One timer for all components of the page.
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined
let current = 0

const subscribeToNothing = () => () => {}
const zero = () => 0
const readClock = () => current

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
    }
  }
}

/**
 * Returns the time in Unix seconds, updated every 20 seconds. `null` on the server and until hydration, because a time would
 * differ there and fail the hydration: show an absolute time meanwhile.
 */
function useNow(): number | null {
  const { now } = React.use(LocaleContext)
  const isStopped = now !== undefined
  const ticking = React.useSyncExternalStore(isStopped ? subscribeToNothing : subscribe, isStopped ? zero : readClock, zero)
  return now ?? (ticking === 0 ? null : ticking)
}

/** Returns whether the provider has stopped the clock. Components that count seconds stop, too. */
function useIsClockFrozen(): boolean {
  return React.use(LocaleContext).now !== undefined
}

export { isRightToLeft, LocaleProvider, StringsProvider, useLazyStrings, useLocale, useStrings, useNow, useIsClockFrozen }
