import * as React from 'react'
import { getContrast, type Rgb } from '../../.storybook/colors.ts'

/** The colour of a token as this browser draws it: the real stylesheet, in the theme of the page, or in an element of it. */
export function drawnColor(token: string, element: Element = document.documentElement): Rgb {
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('This browser gives no canvas to draw a colour on.')
  context.fillStyle = getComputedStyle(element).getPropertyValue(`--${token}`)
  context.fillRect(0, 0, 1, 1)
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data
  return [red / 255, green / 255, blue / 255]
}

/** How much two tokens differ, as they are drawn. */
export const drawnContrast = (one: string, other: string, element?: Element): number =>
  getContrast(drawnColor(one, element), drawnColor(other, element))

function subscribe(notify: () => void): () => void {
  const observer = new MutationObserver(notify)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['class', 'style', 'data-density'] })
  return () => observer.disconnect()
}

/** Something read from the page's styles, and read again when its theme changes. Give it text or a number. */
export function useDrawn<Value extends string | number>(read: () => Value): Value {
  return React.useSyncExternalStore(subscribe, read)
}
