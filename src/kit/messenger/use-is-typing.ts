'use client'

import * as React from 'react'

/** Where a text field brings up a keyboard on the screen, or where there is no room beside one. */
const PHONE = '(max-width: 40rem), (pointer: coarse) and (max-height: 32rem)'

/** Kinds of `input` that take no text. */
const withoutText = new Set([
  'button', 'checkbox', 'color', 'file', 'hidden', 'image', 'radio', 'range', 'reset', 'submit',
])

function takesText(element: Element | null): boolean {
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

/** Whether somebody types on a phone, that is, whether a text field there has the focus. False on the server. */
export function useIsTyping(): boolean {
  return React.useSyncExternalStore(
    subscribe,
    () => takesText(document.activeElement) && matchMedia(PHONE).matches,
    () => false,
  )
}
