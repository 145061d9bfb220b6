/** A stream of server-sent events that a test writes by hand. */

export interface Wire {
  lastId: string | null
  send: (name: string, id: string, data?: unknown) => void
  write: (text: string) => void
  end: () => void
  break: () => void
  isAborted: boolean
  /** Whether either side has ended the stream. */
  isOver: boolean
}

/** Opens a stream as the response to a request. Aborting the request ends it. */
export function openWire(init: RequestInit): { wire: Wire; response: Response } {
  let controller!: ReadableStreamDefaultController<Uint8Array>
  const body = new ReadableStream<Uint8Array>({ start: (one) => void (controller = one) })
  const write = (text: string) => controller.enqueue(new TextEncoder().encode(text))
  const wire: Wire = {
    lastId: new Headers(init.headers).get('last-event-id'),
    write,
    send: (name, id, data = {}) => write(`event: ${name}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`),
    end: () => {
      wire.isOver = true
      controller.close()
    },
    break: () => {
      wire.isOver = true
      controller.error(new TypeError('network error'))
    },
    isAborted: false,
    isOver: false,
  }
  init.signal?.addEventListener('abort', () => {
    wire.isAborted = true
    wire.isOver = true
    try {
      controller.error(new DOMException('aborted', 'AbortError'))
    } catch {
      // The stream had already ended.
    }
  })
  return { wire, response: new Response(body, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } }) }
}
