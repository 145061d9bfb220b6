import { ARRIVAL } from './messenger.ts'
import type { WidgetDelivery } from './types.ts'

/** Base URL of the Messenger's script. The app id follows. */
export const WIDGET_ORIGIN = 'https://widget.intercom.io/widget/'

/**
 * Returns the source of the mocked script.
 * @param delivery `broken` throws before the mock is installed.
 */
export function messengerScript(delivery: WidgetDelivery = 'now'): string {
  if (delivery === 'broken') return `throw new Error('The mocked Messenger is broken.')`
  return `window.dispatchEvent(new CustomEvent(${JSON.stringify(ARRIVAL)}))`
}
