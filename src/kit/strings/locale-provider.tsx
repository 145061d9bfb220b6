'use client'

import * as React from 'react'
import { formatMessage, type MessageTable, type Translate } from './format-message.ts'

/** Words of the kit's components in another language, or other words: a table for each component, as far as it goes. */
export type KitMessages = Record<string, Partial<MessageTable>>

/** What {@link useLocale} gives. */
interface LocaleValue {
  locale: string
  timeZone: string | undefined
  now: number | undefined
  messages: KitMessages
}

/** Props of {@link LocaleProvider}. */
export interface LocaleProviderProps {
  /** The reader's language, as a BCP 47 tag. Default `en`. */
  locale?: string | undefined
  /** The reader's time zone, as IANA names it. Default: the browser's. */
  timeZone?: string | undefined
  /** Makes the clock stand still: for a story, a test, or a page made on the server. */
  now?: Date | undefined
  /** Words by component: `{ conversationList: { empty: '…' } }`. */
  messages?: KitMessages | undefined
  /** The app, or the part of it that reads these. */
  children: React.ReactNode
}

/** Language, time zone, clock and strings of the components below. */
const LocaleContext = React.createContext<LocaleValue>({
  locale: 'en',
  timeZone: undefined,
  now: undefined,
  messages: {},
})

/**
 * Gives the kit's components their language, time zone, clock and words. Optional: without it they speak English, in
 * the browser's time zone, by the browser's clock.
 */
function LocaleProvider({ locale = 'en', timeZone, now, messages, children }: LocaleProviderProps) {
  const seconds = now && Math.floor(now.getTime() / 1000)
  const value = React.useMemo(
    () => ({ locale, timeZone, now: seconds, messages: messages ?? {} }),
    [locale, timeZone, seconds, messages],
  )
  return <LocaleContext value={value}>{children}</LocaleContext>
}

/** The reader's language and time zone, in the shape that the functions of `time.ts` take. */
function useLocale(): { locale: string; timeZone: string | undefined } {
  return React.use(LocaleContext)
}

/**
 * A component's words: its English ones, over them the provider's, over them the component's own `messages` prop.
 *
 * @param component the component's key in the provider's `messages`
 * @param defaults the component's English words
 * @param overrides the component's `messages` prop
 */
function useMessages<Table extends MessageTable>(
  component: string,
  defaults: Table,
  overrides?: Partial<MessageTable> | undefined,
): Translate<Table> {
  const { locale, messages } = React.use(LocaleContext)
  const translated = messages[component]
  return React.useMemo(() => translator(defaults, locale, translated, overrides), [defaults, locale, overrides, translated])
}

/** For words that are loaded late: gives what {@link useMessages} gives, when they are there. */
function useLateMessages(): <Table extends MessageTable>(component: string, defaults: Table) => Translate<Table> {
  const { locale, messages } = React.use(LocaleContext)
  return React.useCallback((component, defaults) => translator(defaults, locale, messages[component]), [locale, messages])
}

function translator<Table extends MessageTable>(
  defaults: Table,
  locale: string,
  translated?: Partial<MessageTable> | undefined,
  overrides?: Partial<MessageTable> | undefined,
): Translate<Table> {
  return (key, values = {}) => {
    const message = overrides?.[key] ?? translated?.[key] ?? defaults[key]
    return message === undefined ? key : formatMessage(message, values, locale)
  }
}

// One timer for the page, however many components show a time.
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined
let current = 0

// Where the clock stands still there is nothing to wait for.
const neverTold = () => () => {}
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
 * The time now, in Unix seconds; it ticks every 20 seconds. Null on the server and until the page is hydrated: a time
 * that differed there would fail a Next.js build and the hydration. Show an absolute time meanwhile.
 */
function useNow(): number | null {
  const { now } = React.use(LocaleContext)
  const isStopped = now !== undefined
  const ticking = React.useSyncExternalStore(isStopped ? neverTold : subscribe, isStopped ? zero : readClock, zero)
  return now ?? (ticking === 0 ? null : ticking)
}

/** Whether the provider's clock stands still: what counts seconds by itself stands still with it. */
function useStoppedClock(): boolean {
  return React.use(LocaleContext).now !== undefined
}

export { LocaleContext, LocaleProvider, useLateMessages, useLocale, useMessages, useNow, useStoppedClock }
