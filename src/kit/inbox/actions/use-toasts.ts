'use client'

import * as React from 'react'
import { type Toast, toasts } from './toasts.ts'

const none: readonly Toast[] = []

/** Returns the toasts of the page, oldest first. */
export function useToasts(): readonly Toast[] {
  return React.useSyncExternalStore(toasts.subscribe, toasts.get, () => none)
}
