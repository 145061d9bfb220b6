import { callStore } from '../stores/kv-store.ts'

const KEY = 'webhook-at'
const KEPT = 90 * 24 * 60 * 60

/** Records a webhook about a conversation. Pings and other topics don't prove that live updates work. Never throws. */
export async function noteDelivery(): Promise<void> {
  const now = String(Math.floor(Date.now() / 1000))
  await callStore((store) => store.set(KEY, now, KEPT)).catch(() => {})
}

/** Returns the Unix seconds of the last webhook about a conversation; `null` if none, or if the store fails. */
export async function readLastDelivery(): Promise<number | null> {
  const text = await callStore((store) => store.get(KEY)).catch(() => null)
  return text === null ? null : Number(text)
}
