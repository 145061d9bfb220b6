'use client'

import * as React from 'react'

/** Returns a ref with the latest value, for effects and listeners. `useEffectEvent` requires React 19.2. */
export function useLatest<T>(value: T): Readonly<React.RefObject<T>> {
  const ref = React.useRef(value)
  // Insertion effects run before all other effects.
  React.useInsertionEffect(() => {
    ref.current = value
  })
  return ref
}

/** State that the parent controls if it passes `prop`. Radix's `useControllableState` would add 600 bytes to the first load. */
export function useControlled<T>(
  prop: T | undefined,
  defaultProp: T,
  onChange: ((value: T) => void) | undefined,
): [value: T, setValue: (value: T) => void] {
  const [own, setOwn] = React.useState(defaultProp)
  const value = prop === undefined ? own : prop
  return [
    value,
    (next) => {
      setOwn(next)
      if (next !== value) onChange?.(next)
    },
  ]
}

/** Makes the browser ask before the user leaves the page with unsaved changes, except by client-side navigation. */
export function useUnsavedWarning(isUnsaved: boolean): void {
  React.useEffect(() => {
    if (!isUnsaved) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isUnsaved])
}
