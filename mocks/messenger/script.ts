import { ARRIVAL } from './messenger.ts'
import type { WidgetDelivery } from './types.ts'

/** Where the Messenger's script comes from: the app's id follows. */
export const WIDGET_ORIGIN = 'https://widget.intercom.io/widget/'

/**
 * The source of the mocked script: it tells the page's mock that it has arrived.
 *
 * @param delivery a broken one throws before it gets that far
 */
export function messengerScript(delivery: WidgetDelivery = 'now'): string {
  if (delivery === 'broken') return `throw new Error('The mocked Messenger is broken.')`
  return `window.dispatchEvent(new CustomEvent(${JSON.stringify(ARRIVAL)}))`
}
