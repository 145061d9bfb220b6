'use client'

import * as React from 'react'

/** Devices whose on-screen keyboard leaves no room beside a text field. */
const PHONE = '(max-width: 40rem), (pointer: coarse) and (max-height: 32rem)'

const withoutText = new Set([
  'button', 'checkbox', 'color', 'file', 'hidden', 'image', 'radio', 'range', 'reset', 'submit',
])

function acceptsText(element: Element | null): boolean {
  if (element instanceof HTMLInputElement) return !withoutText.has(element.type)
  return element instanceof HTMLTextAreaElement || (element instanceof HTMLElement && element.isContentEditable)
}

function subscribe(listener: () => void): () => void {
  const phone = matchMedia(PHONE)
  document.addEventListener('focusin', listener)
  document.addEventListener('focusout', listener)
  phone.addEventListener('change', listener)
  return () => {
    document.removeEventListener('focusin', listener)
    document.removeEventListener('focusout', listener)
    phone.removeEventListener('change', listener)
  }
}

/** Returns whether a text field has the focus on a phone. `false` on the server. */
export function useIsTyping(): boolean {
  return React.useSyncExternalStore(
    subscribe,
    () => acceptsText(document.activeElement) && matchMedia(PHONE).matches,
    () => false,
  )
}
