import { buildNotification } from '../mocks/index.ts'

const SECRET = 'the-secret-of-the-mocked-intercom'

async function sign(body: string): Promise<string> {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const key = await crypto.subtle.importKey('raw', bytes(SECRET), { name: 'HMAC', hash: 'SHA-1' }, false, ['sign'])
  const signature = new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes(body)))
  return `sha1=${Array.from(signature, (byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

/** Delivers a webhook of a topic, such as `conversation.user.replied`, signed like Intercom's. */
export async function deliverWebhook(topic: string, item: object): Promise<void> {
  process.env.INTERCOM_CLIENT_SECRET = SECRET
  // Use the system clock: the route rejects webhooks older than a day.
  const body = JSON.stringify(buildNotification({ topic, item }, Math.floor(Date.now() / 1000)))
  const headers = { 'content-type': 'application/json', 'x-hub-signature': await sign(body) }
  const response = await fetch('/api/intercom/webhook', { method: 'POST', headers, body })
  if (!response.ok) throw new Error(`The webhook route responded with ${response.status}: ${await response.text()}`)
}
