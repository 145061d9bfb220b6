'use client'

import * as React from 'react'

type ButtonHandlers = Pick<React.ComponentProps<'button'>, 'onBlur' | 'onClick' | 'onFocus' | 'onPointerEnter' | 'ref'>

/** Arguments of {@link useHelpTrigger}: the button's own handlers, called first, and two of its own. */
export interface HelpTriggerOptions extends ButtonHandlers {
  /** Called when the user points at the button, or focuses it. */
  onPrepare?: (() => void) | undefined
  /** Called when the button is pressed, unless `onClick` has prevented that. */
  onPress?: ((button: HTMLElement) => void) | undefined
}

/** Returned by {@link useHelpTrigger}. */
export interface HelpTrigger {
  /** The button. */
  buttonRef: React.RefObject<HTMLButtonElement | null>
  /** Props for the button. */
  buttonProps: ButtonHandlers
  /** Ref for a link that takes the button's place. The link takes over the focus, too. */
  linkRef: React.RefCallback<HTMLElement>
  /** Presses the button. */
  press: () => void
}

/** Turns pointer, focus and click events of a button into `onPrepare` and `onPress`. */
export function useHelpTrigger({
  ref,
  onBlur,
  onClick,
  onFocus,
  onPointerEnter,
  onPrepare,
  onPress,
}: HelpTriggerOptions): HelpTrigger {
  const buttonRef = React.useRef<HTMLButtonElement>(null)
  const hasFocus = React.useRef(false)
  React.useImperativeHandle(ref, () => buttonRef.current as HTMLButtonElement)
  return {
    buttonRef,
    buttonProps: {
      ref: buttonRef,
      onPointerEnter(event) {
        onPointerEnter?.(event)
        onPrepare?.()
      },
      onFocus(event) {
        hasFocus.current = true
        onFocus?.(event)
        onPrepare?.()
      },
      onBlur(event) {
        hasFocus.current = false
        onBlur?.(event)
      },
      onClick(event) {
        onClick?.(event)
        if (!event.defaultPrevented) onPress?.(event.currentTarget)
      },
    },
    linkRef(link) {
      if (hasFocus.current) link?.focus()
    },
    press() {
      if (buttonRef.current) onPress?.(buttonRef.current)
    },
  }
}
