/** Runs one instance of an app as a process: all routes of the kit behind a Node server, and a page. */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import type { Route } from '../../src/kit/server/http/route.ts'

function toRequest(incoming: IncomingMessage, url: URL, signal: AbortSignal): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) if (typeof value === 'string') headers.set(name, value)
  const { method = 'GET' } = incoming
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers, signal })
  const body = Readable.toWeb(incoming) as unknown as ReadableStream<Uint8Array>
  return new Request(url, { method, headers, signal, body, duplex: 'half' } as RequestInit)
}

/**
 * Serves on a free port and prints it.
 * @param routes exports of the catch-all route
 */
export async function serve(routes: Route): Promise<void> {
  const folder = process.env.PAGE_FOLDER ?? ''
  const scripts = new Map(readdirSync(folder).map((name) => [`/${name}`, readFileSync(join(folder, name), 'utf8')]))
  const page = '<!doctype html><html lang="en"><title>App</title><div id="root"></div><script type="module" src="/main.js"></script>'

  const server = createServer((incoming, outgoing) => {
    const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host}`)
    const script = scripts.get(url.pathname)
    if (script !== undefined) return void outgoing.setHeader('content-type', 'text/javascript').end(script)
    if (!url.pathname.startsWith('/api/')) return void outgoing.setHeader('content-type', 'text/html').end(page)
    const gone = new AbortController()
    outgoing.on('close', () => gone.abort())
    void (async () => {
      const request = toRequest(incoming, url, gone.signal)
      const response = await routes[incoming.method as keyof Route](request, { params: Promise.resolve({}) })
      outgoing.writeHead(response.status, Object.fromEntries(response.headers))
      if (response.body) Readable.fromWeb(response.body as NodeStream).on('error', () => {}).pipe(outgoing)
      else outgoing.end()
    })().catch(() => outgoing.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  console.log(`port ${(server.address() as AddressInfo).port}`)
}
