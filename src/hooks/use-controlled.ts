'use client'

import * as React from 'react'

/**
 * A value that the parent holds, or, where the parent gives none, the component itself.
 *
 * @param value the parent's value; undefined means that the component holds it
 * @param initial the component's first value
 * @param onChange told of every change that the component asks for
 * @returns the value now, and how to ask for another
 */
export function useControlled<T>(
  value: T | undefined,
  initial: T,
  onChange: ((value: T) => void) | undefined,
): [value: T, change: (value: T) => void] {
  const [own, setOwn] = React.useState(initial)
  const change = React.useCallback(
    (next: T) => {
      setOwn(next)
      onChange?.(next)
    },
    [onChange],
  )
  return [value === undefined ? own : value, change]
}
