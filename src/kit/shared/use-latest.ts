'use client'

import * as React from 'react'

/** Returns a ref with the latest value, for effects and listeners. React's `useEffectEvent` needs React 19.2. */
export function useLatest<T>(value: T): Readonly<React.RefObject<T>> {
  const ref = React.useRef(value)
  // Runs before all other effects of the page.
  React.useInsertionEffect(() => {
    ref.current = value
  })
  return ref
}

/**
 * State that the parent controls if it passes `prop`. Radix's `useControllableState` does the same and would add 600 bytes
 * to the first load of the inbox.
 *
 * @param prop value that the parent passes; `undefined` if the component keeps the value itself
 * @param defaultProp initial value of the component's own state
 * @param onChange called with each new value
 */
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

/** Makes the browser ask before the page is left while something is unsaved. Client-side navigation doesn't ask. */
export function useUnsavedWarning(isUnsaved: boolean): void {
  React.useEffect(() => {
    if (!isUnsaved) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isUnsaved])
}
