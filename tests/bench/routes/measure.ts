/** Measures the server CPU of a request to each route, in turns, on one Next.js server. */
import { spawn, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:http'
import { once } from 'node:events'
import { gzipSync } from 'node:zlib'
import type { AddressInfo } from 'node:net'
import { benchFolder } from '../places.ts'
import type { IntercomPages } from './page.ts'

const next = `${benchFolder}/node_modules/next/dist/bin/next`
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' as const }

async function finished(child: ChildProcess): Promise<void> {
  const [code] = (await once(child, 'exit')) as [number]
  if (code !== 0) throw new Error(`Next.js exited with ${code}.`)
}

/** Builds the app for production. */
export async function buildApp(folder: string): Promise<void> {
  await finished(spawn(process.execPath, [next, 'build'], { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] }))
}

/** Serves an Intercom that responds to each search with one page. */
export async function serveIntercom(pages: IntercomPages): Promise<{ origin: string; stop: () => void }> {
  const bodies = { conversations: Buffer.from(pages.conversations), contacts: Buffer.from(pages.contacts) }
  const server = createServer((request, response) => {
    const body = bodies[request.url === '/contacts/search' ? 'contacts' : 'conversations']
    request.resume()
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length })
    response.end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => server.close() }
}

/** Starts the built app. */
export async function startApp(folder: string, intercom: string): Promise<{ origin: string; stop: () => void }> {
  const port = await freePort()
  const child = spawn(process.execPath, [...(process.env.BENCH_NODE_ARGS ?? '').split(' ').filter(Boolean), next, 'start', '-p', String(port), '-H', '127.0.0.1'], {
    cwd: folder,
    env: { ...env, INTERCOM_ACCESS_TOKEN: 'bench', INTERCOM_MOCK_ORIGIN: intercom },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const origin = `http://127.0.0.1:${port}`
  for (let tries = 0; ; tries += 1) {
    const ready = await fetch(`${origin}/api/empty`).then((response) => response.ok, () => false)
    if (ready) return { origin, stop: () => child.kill('SIGINT') }
    if (tries > 300) throw new Error('Next.js does not respond.')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Route names. `empty` comes first. */
export const cases = ['empty', 'ours', 'both', 'guide', 'through']

const WARM_UP = 400
const REQUESTS = 150
/** Requests per agent, below the limit per minute. */
const REQUESTS_A_PERSON = 400

/** Creates a client that measures the server CPU of requests. */
export function createRouteMeter(origin: string) {
  let made = 0
  async function ask(name: string): Promise<ArrayBuffer> {
    const person = Math.floor((made += 1) / REQUESTS_A_PERSON) + 1
    const path = name === 'ours' ? 'intercom/conversations?limit=50' : name
    const response = await fetch(`${origin}/api/${path}`, { headers: { 'x-agent': String(person) } })
    const body = await response.arrayBuffer()
    if (!response.ok) throw new Error(`/api/${path} responded with ${response.status}.`)
    return body
  }
  async function serverCpu(): Promise<number> {
    const response = await fetch(`${origin}/api/cpu`)
    return ((await response.json()) as { microseconds: number }).microseconds / 1000
  }
  return {
    async warmUp(name: string): Promise<void> {
      for (let request = 0; request < WARM_UP; request += 1) await ask(name)
    },
    /** Measures CPU milliseconds of the server per request, and bytes of a response, plain and gzipped. */
    async measure(name: string) {
      const before = await serverCpu()
      let body = new ArrayBuffer()
      for (let request = 0; request < REQUESTS; request += 1) body = await ask(name)
      const cpu = ((await serverCpu()) - before) / REQUESTS
      return { cpu, bytes: body.byteLength, gzipped: gzipSync(body).byteLength }
    },
  }
}
