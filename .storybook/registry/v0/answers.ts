/**
 * Answers for the app's routes, recorded: a preview needs no server, no token and no account. In an app, leave this file
 * away and copy the routes: the components do not change.
 */
import { recorded } from './recorded.ts'

/** A row as it is sent: without what it does not have, and without its state where it is open. */
interface Row {
  state?: string
  preview?: string
  contact?: { id: string; name?: string }
}

function list(query: URLSearchParams): unknown {
  const state = query.get('state') ?? 'open'
  const words = query.get('q')?.toLowerCase()
  const { conversations } = recorded['/api/intercom/conversations'] as { conversations: Row[] }
  const found = conversations.filter(
    (row) =>
      (state === 'all' || (row.state ?? 'open') === state) &&
      (!query.has('contact_id') || row.contact?.id === query.get('contact_id')) &&
      (!words || `${row.contact?.name ?? ''} ${row.preview ?? ''}`.toLowerCase().includes(words)),
  )
  return { conversations: found, total_count: found.length, next_cursor: null }
}

function answerTo(path: string, query: URLSearchParams, method: string, body: unknown): Response {
  if (method === 'GET' && path === '/api/intercom/conversations') return Response.json(list(query))
  if (method === 'GET' && path in recorded) return Response.json(recorded[path])
  if (path === '/api/account') return Response.json({ account: body })
  if (path === '/api/intercom/events') {
    const accepted = { accepted: true }
    return Response.json(Array.isArray(body) ? { results: body.map(() => accepted) } : accepted, { status: 202 })
  }
  if (path === '/api/stripe/checkout') {
    return Response.json({ status: 'complete', checkout_id: 'preview', plan: (body as { plan: string }).plan })
  }
  const message = 'This is a preview: nothing is sent.'
  return Response.json({ error: { code: 'forbidden', message, request_id: 'preview' } }, { status: 403 })
}

/** From now on the page's requests to the app's own routes are answered from the records. On the server nothing happens. */
export function answerFromRecords(): void {
  if (typeof window === 'undefined') return
  const real = window.fetch
  window.fetch = async (input, init) => {
    const request = new Request(input, init)
    const { origin, pathname, searchParams } = new URL(request.url)
    if (origin !== window.location.origin || !pathname.startsWith('/api/')) return real(input, init)
    const text = await request.text()
    return answerTo(pathname, searchParams, request.method, text ? JSON.parse(text) : null)
  }
}
