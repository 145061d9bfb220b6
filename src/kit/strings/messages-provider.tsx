'use client'

import * as React from 'react'
import type { MessageTable } from './format-message.ts'
import { LocaleContext } from './locale-provider.tsx'

/** Props of {@link MessagesProvider}. */
export interface MessagesProviderProps {
  /** The component's key in the `messages` of {@link LocaleProvider}. */
  component: string
  /** Overrides for the component's strings. */
  messages: Partial<MessageTable> | undefined
  /** The parts of the component. */
  children: React.ReactNode
}

/** Passes the `messages` prop of a component on to all its parts, so that each of them can call {@link useMessages}. */
export function MessagesProvider({ component, messages, children }: MessagesProviderProps) {
  const outer = React.use(LocaleContext)
  const value = React.useMemo(() => {
    if (!messages) return outer
    const given = Object.fromEntries(Object.entries(messages).filter(([, message]) => message !== undefined))
    return { ...outer, messages: { ...outer.messages, [component]: { ...outer.messages[component], ...given } } }
  }, [outer, component, messages])
  return <LocaleContext value={value}>{children}</LocaleContext>
}
