'use client'

import * as React from 'react'

/**
 * Lets a text field grow with its text where the browser does not do so by itself (`field-sizing: content`).
 *
 * @param ref the field
 * @param text what it holds
 */
export function useGrowingField(ref: React.RefObject<HTMLTextAreaElement | null>, text: string): void {
  React.useLayoutEffect(() => {
    const field = ref.current
    if (!field || CSS.supports('field-sizing', 'content')) return
    field.style.blockSize = 'auto'
    field.style.blockSize = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`
  }, [ref, text])
}
