/** Runs one instance of an app for the benchmark of live updates: the kit's routes behind a Node server, as a process. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createIntercomRoutes, type Principal } from '../../../src/kit/server/index.ts'

declare const gc: () => void

const routes = createIntercomRoutes({ authorize: readUser, routes: ['live', 'webhook'] })

/** Reads the user from a header: `agent:7` or `customer:c7`. */
function readUser({ headers }: Request): Principal {
  const [kind, id = ''] = (headers.get('x-user') ?? '').split(':')
  return kind === 'agent' ? { kind, adminId: id } : { kind: 'customer', userId: id }
}

async function readBody(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  return chunks.length > 0 ? Buffer.concat(chunks) : undefined
}

/** Reports what the process has used. Collects garbage first, so that figures are comparable. */
function measure(): object {
  gc()
  const { rss, heapUsed, external } = process.memoryUsage()
  const { user, system } = process.cpuUsage()
  return { rss, heap: heapUsed + external, cpu: (user + system) / 1000 }
}

async function respond(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  if (incoming.url === '/measure') return void outgoing.end(JSON.stringify(measure()))
  const gone = new AbortController()
  outgoing.on('close', () => gone.abort())
  const method = incoming.method as 'GET' | 'POST'
  const body = method === 'POST' ? await readBody(incoming) : undefined
  const request = new Request(`http://${incoming.headers.host}${incoming.url}`, {
    method, headers: incoming.headers as Record<string, string>, signal: gone.signal, body: body as BodyInit | undefined,
  })
  const response = await routes[method](request, { params: Promise.resolve({}) })
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  outgoing.flushHeaders()
  const reader = response.body?.getReader()
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
    if (done) return void outgoing.end()
    outgoing.write(value)
  }
}

const server = createServer((incoming, outgoing) => void respond(incoming, outgoing).catch(() => outgoing.destroy()))
server.listen(0, '127.0.0.1', 4096, () => console.log(`port ${(server.address() as AddressInfo).port}`))
