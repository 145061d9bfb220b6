/** Uses `fetch`, because `EventSource` hides the status and `Retry-After`. */
import { createParser, type EventSourceMessage } from 'eventsource-parser'
import { API_ROOT, readViewer, RequestError, toAppUrl } from '../../shared/api-client.ts'
import { getSession } from '../../shared/session.ts'
import type { LiveEvent, LiveStatus } from '../../contracts/index.ts'

/** Milliseconds to connect. */
const PATIENCE = 10_000

/** Milliseconds without data after which a stream is dead. The server sends something every 25 seconds. */
const SILENCE = 60_000

interface LiveStream {
  lastId: string | undefined
  signal: AbortSignal
  onChange: (event: LiveEvent) => void
  /** Called when changes may be missing, so that everything must be loaded again. */
  onResync: () => void
  /** Called when the stream is ready, and when its status changes. Unknown fields are missing. */
  onReady: (status: Partial<LiveStatus>) => void
  onId: (id: string) => void
  /** Called with the milliseconds to wait before reconnecting. */
  onRetry: (milliseconds: number) => void
}

function parse(data: string): object {
  try {
    return (JSON.parse(data) as object | null) ?? {}
  } catch {
    return {}
  }
}

function receive({ event, id, data }: EventSourceMessage, stream: LiveStream): void {
  if (id) stream.onId(id)
  if (event === 'ready') stream.onReady(parse(data))
  if (event === 'resync') stream.onResync()
  if (event !== 'change') return
  const change = parse(data) as Partial<LiveEvent>
  // Changes of unknown kinds may affect anything.
  if (change.kind === 'conversation' || change.kind === 'contact') stream.onChange(change as LiveEvent)
  else stream.onResync()
}

async function connect(lastId: string | undefined, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  const headers = { accept: 'text/event-stream', ...(lastId && { 'last-event-id': lastId }) }
  const session = getSession()
  const response = await fetch(toAppUrl(`${API_ROOT}/live`), { headers, signal, cache: 'no-store' })
  const { ok, status, body, headers: responseHeaders } = response
  readViewer(response, session)
  if (ok && body && responseHeaders.get('content-type')?.startsWith('text/event-stream')) return body
  void body?.cancel()
  const seconds = Number(responseHeaders.get('retry-after')) || undefined
  throw new RequestError('malformed', 'GET /api/intercom/live returned no event stream.', status, { retry_after: seconds })
}

/** Reads a stream until it ends. @throws RequestError if refused; another error if it breaks, stalls or is aborted */
export async function readLiveStream(stream: LiveStream): Promise<void> {
  const controller = new AbortController()
  const abort = () => controller.abort()
  stream.signal.addEventListener('abort', abort)
  if (stream.signal.aborted) abort()
  let timer = setTimeout(abort, PATIENCE)
  try {
    const body = await connect(stream.lastId, controller.signal)
    const parser = createParser({ onEvent: (message) => receive(message, stream), onRetry: stream.onRetry })
    const decoder = new TextDecoder()
    const reader = body.getReader()
    // A body created in the page, as in stories, doesn't end with its request.
    controller.signal.addEventListener('abort', () => void reader.cancel().catch(() => {}))
    for (;;) {
      clearTimeout(timer)
      timer = setTimeout(abort, SILENCE)
      const { done, value } = await reader.read()
      if (done) return
      if (!controller.signal.aborted) parser.feed(decoder.decode(value, { stream: true }))
    }
  } finally {
    clearTimeout(timer)
    stream.signal.removeEventListener('abort', abort)
  }
}
