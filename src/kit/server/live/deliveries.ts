import { askStore } from '../stores/kv-store.ts'

const KEY = 'webhook-at'

/** Seconds that the time of the last delivery is kept. */
const KEPT = 90 * 24 * 60 * 60

/**
 * Records that Intercom delivered a webhook about a conversation. Pings and other topics don't count: they arrive even if
 * the app's webhook lacks the topics that live updates need. It never throws.
 */
export async function noteDelivery(): Promise<void> {
  const now = String(Math.floor(Date.now() / 1000))
  await askStore((store) => store.set(KEY, now, KEPT)).catch(() => {})
}

/** Returns the Unix seconds of the last delivery about a conversation; null if there was none, or the store fails. */
export async function readLastDelivery(): Promise<number | null> {
  const text = await askStore((store) => store.get(KEY)).catch(() => null)
  return text === null ? null : Number(text)
}
