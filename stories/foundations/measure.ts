import * as React from 'react'
import { getContrast, type Rgb } from '../../.storybook/colors.ts'

/** Returns a token's colour as the browser draws it, on the page or in an element. */
export function readColor(token: string, element: Element = document.documentElement): Rgb {
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('This browser gives no canvas to draw a colour on.')
  context.fillStyle = getComputedStyle(element).getPropertyValue(`--${token}`)
  context.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data
  return [red / 255, green / 255, blue / 255]
}

/** Returns the contrast ratio of two tokens as drawn. */
export const readContrast = (one: string, other: string, element?: Element): number =>
  getContrast(readColor(one, element), readColor(other, element))

function subscribe(notify: () => void): () => void {
  const observer = new MutationObserver(notify)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['class', 'style', 'data-density'] })
  return () => observer.disconnect()
}

/** Reads a value from the page's styles and re-reads it when the theme or density changes. */
export function useStyleValue<Value extends string | number>(read: () => Value): Value {
  return React.useSyncExternalStore(subscribe, read)
}
