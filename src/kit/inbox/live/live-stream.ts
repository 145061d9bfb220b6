/**
 * Reads the stream of changes of `GET /api/intercom/live` in the browser. With `fetch`, because `EventSource` does not
 * say why a stream was refused, or how long to wait.
 */
import { createParser, type EventSourceMessage } from 'eventsource-parser'
import { API_ROOT, appAddress, RequestError } from '../../shared/api-client.ts'
import type { LiveEvent } from '../../contracts/index.ts'

/** Milliseconds until a stream must have begun. */
const PATIENCE = 10_000

/** Milliseconds of silence after which a stream is taken for dead: the server shows every 25 seconds that it is not. */
const SILENCE = 60_000

/** How a stream is read. */
export interface LiveStream {
  /** The id of the last message that is known; undefined where none is. */
  lastId: string | undefined
  /** Ends it. */
  signal: AbortSignal
  onChange: (event: LiveEvent) => void
  /** Something may have been missed: everything is to be fetched again. */
  onResync: () => void
  /** From now on nothing is missed. */
  onReady: () => void
  /** The id to come back with. */
  onId: (id: string) => void
  /** The milliseconds to wait before coming back, where the server says so. */
  onRetry: (milliseconds: number) => void
}

function readChange(data: string): LiveEvent | undefined {
  try {
    const event = JSON.parse(data) as LiveEvent
    return event.kind === 'conversation' || event.kind === 'contact' ? event : undefined
  } catch {
    return undefined
  }
}

function receive({ event, id, data }: EventSourceMessage, stream: LiveStream): void {
  if (id) stream.onId(id)
  if (event === 'ready') stream.onReady()
  if (event === 'resync') stream.onResync()
  if (event !== 'change') return
  const change = readChange(data)
  // What this version cannot read may be about anything.
  if (change) stream.onChange(change)
  else stream.onResync()
}

async function connect(lastId: string | undefined, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  const headers = { accept: 'text/event-stream', ...(lastId && { 'last-event-id': lastId }) }
  const { ok, status, body, headers: answered } = await fetch(appAddress(`${API_ROOT}/live`), { headers, signal, cache: 'no-store' })
  if (ok && body && answered.get('content-type')?.startsWith('text/event-stream')) return body
  void body?.cancel()
  const seconds = Number(answered.get('retry-after')) || undefined
  throw new RequestError('malformed', 'The server has no stream of changes.', status, { retry_after: seconds })
}

/**
 * Reads a stream until it ends.
 *
 * @throws RequestError where the server refuses it; anything else where it breaks, is silent for too long or is aborted
 */
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
    // Not every body that is made in the page is ended by its request.
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
