'use client'

import * as React from 'react'

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
