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
  // A browser also runs a script that was removed while it loaded, such as that of the previous story.
  return `document.currentScript?.isConnected === false || window.dispatchEvent(new CustomEvent(${JSON.stringify(ARRIVAL)}))`
}
