/**
 * The mocked Intercom as a server on this machine alone: `npm run mock:intercom -- --port 4010`.
 * Point a client at it by its base address; any access token will do.
 */
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { answerAsset, assetHosts } from './assets.ts'
import { NOW } from './data/clock.ts'
import { buildLargeWorkspace } from './data/large.ts'
import { buildWorkspace } from './data/workspace.ts'
import { type FaultId, faultIds } from './faults.ts'
import { type Intercom, createIntercom } from './intercom.ts'

const LOOPBACK = '127.0.0.1'

/** What `npm run mock:intercom` can be told. */
export interface ServerSettings {
  /** 0 takes any port that is free. */
  port: number
  fault: FaultId | null
  /** How many conversations; null for the support week. */
  conversations: number | null
  /** Whether time stands still at the moment of the mocked week, instead of going on from now. */
  fixedClock: boolean
}

/** A setting that cannot be. Its message says what to do. */
export class SettingsError extends Error {}

function readNumber(value: string, flag: string, most: number): number {
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN
  if (number <= most) return number
  throw new SettingsError(`--${flag} must be a whole number from 0 to ${most}, not "${value}".`)
}

/**
 * Reads the command line.
 * @param args What follows the script's name.
 * @throws SettingsError on an unknown flag or a value that cannot be.
 */
export function readSettings(args: string[]): ServerSettings {
  let values: { port?: string; fault?: string; conversations?: string; 'fixed-clock'?: boolean }
  try {
    const options = {
      port: { type: 'string' },
      fault: { type: 'string' },
      conversations: { type: 'string' },
      'fixed-clock': { type: 'boolean' },
    } as const
    ;({ values } = parseArgs({ args, options, strict: true }))
  } catch (error) {
    const known = '--port 4010, --fault 429-reset, --conversations 10000, --fixed-clock'
    throw new SettingsError(`${(error as Error).message} Known flags: ${known}.`)
  }
  const { fault, conversations } = values
  if (fault !== undefined && !faultIds.includes(fault as FaultId)) {
    throw new SettingsError(`There is no fault "${fault}". Faults: ${faultIds.join(', ')}.`)
  }
  return {
    port: readNumber(values.port ?? '4010', 'port', 65_535),
    fault: (fault as FaultId | undefined) ?? null,
    conversations: conversations === undefined ? null : readNumber(conversations, 'conversations', 100_000),
    fixedClock: values['fixed-clock'] ?? false,
  }
}

async function readBody(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  return new Uint8Array(Buffer.concat(chunks))
}

async function toRequest(incoming: IncomingMessage, outgoing: ServerResponse): Promise<Request> {
  const gone = new AbortController()
  outgoing.on('close', () => gone.abort())
  const headers = new Headers()
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const one of [value ?? []].flat()) headers.append(name, one)
  }
  const method = incoming.method ?? 'GET'
  const body = method === 'GET' || method === 'HEAD' ? null : await readBody(incoming)
  const url = new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? LOOPBACK}`)
  return new Request(url, { method, headers, body, signal: gone.signal })
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  if (response.type === 'error') {
    outgoing.destroy()
    return
  }
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  for await (const chunk of response.body ?? []) outgoing.write(chunk)
  outgoing.end()
}

/** Leads pictures and files of a response to this server: nothing that is mocked is requested from Intercom. */
async function localize(response: Response, origin: string): Promise<Response> {
  if (!response.headers.get('content-type')?.includes('json')) return response
  // A fault may break the body off, and then it must reach the client like that.
  const text = await response.clone().text().catch(() => undefined)
  return text === undefined ? response : new Response(assetHosts.reduce((body, host) => body.replaceAll(host, origin), text), response)
}

/**
 * Puts a mocked Intercom behind a real HTTP server on the loopback address.
 * @param port 0 takes any port that is free.
 * @returns The server, and its address without a slash at its end.
 * @throws Error as `node:http` does, for one with code `EADDRINUSE` where the port is taken.
 */
export async function serveIntercom(intercom: Intercom, port: number): Promise<{ server: Server; address: string }> {
  const server = createServer((incoming, outgoing) => {
    toRequest(incoming, outgoing)
      .then(async (request) => {
        const url = new URL(request.url)
        return answerAsset(url) ?? localize(await intercom.handle(request), url.origin)
      })
      .then((response) => send(response, outgoing))
      // The answer was to break off, or the caller is gone: there is only a connection to end.
      .catch(() => outgoing.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, LOOPBACK, resolve)
  })
  return { server, address: `http://${LOOPBACK}:${(server.address() as AddressInfo).port}` }
}

/** The mocked Intercom that the settings ask for. */
export function intercomOf(settings: ServerSettings): Intercom {
  const present = () => (settings.fixedClock ? NOW : Math.floor(Date.now() / 1000))
  const start = present()
  const { conversations } = settings
  const build = () =>
    conversations === null ? buildWorkspace({ now: start }) : buildLargeWorkspace(conversations, { now: start })
  const intercom = createIntercom({ now: present, workspace: build })
  intercom.setFault(settings.fault)
  return intercom
}

async function main(): Promise<void> {
  try {
    const settings = readSettings(process.argv.slice(2))
    const { address } = await serveIntercom(intercomOf(settings), settings.port)
    console.log(`The mocked Intercom listens on ${address}`)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const taken = code === 'EADDRINUSE' || code === 'EACCES'
    if (!taken && !(error instanceof SettingsError)) throw error
    console.error(taken ? `${message}. Choose another port with --port, or --port 0 for any that is free.` : message)
    process.exitCode = 1
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
