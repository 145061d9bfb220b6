/**
 * `npm run mock:intercom -- --port 4010`: serves a mocked Intercom on localhost, for clients with a configurable base
 * URL. Any access token works.
 */
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { getAssetResponse, assetHosts } from './assets.ts'
import { NOW } from './data/clock.ts'
import { buildLargeWorkspace } from './data/large.ts'
import { buildWorkspace } from './data/workspace.ts'
import { type FaultId, faultIds } from './faults.ts'
import { type Intercom, createIntercom } from './intercom.ts'

const LOOPBACK = '127.0.0.1'

/** Command-line options of `npm run mock:intercom`. */
export interface ServerSettings {
  /** `0` selects a free port. */
  port: number
  fault: FaultId | null
  /** Number of conversations, or `null` for the support week. */
  conversations: number | null
  /** Whether the clock stays at `NOW` instead of following the system clock. */
  fixedClock: boolean
}

/** Thrown for an invalid command-line option. The message says how to fix it. */
export class SettingsError extends Error {}

function readNumber(value: string, flag: string, most: number): number {
  const number = /^\d+$/.test(value) ? Number(value) : Number.NaN
  if (number <= most) return number
  throw new SettingsError(`--${flag} must be a whole number from 0 to ${most}, not "${value}".`)
}

/**
 * Parses the command line.
 * @param args Arguments after the script name.
 * @throws SettingsError for an unknown option or an invalid value.
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
    throw new SettingsError(`${(error as Error).message} Options: ${known}.`)
  }
  const { fault, conversations } = values
  if (fault !== undefined && !faultIds.includes(fault as FaultId)) {
    throw new SettingsError(`Unknown fault "${fault}". Use one of: ${faultIds.join(', ')}.`)
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

async function sendResponse(response: Response, outgoing: ServerResponse): Promise<void> {
  if (response.type === 'error') {
    outgoing.destroy()
    return
  }
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  for await (const chunk of response.body ?? []) outgoing.write(chunk)
  outgoing.end()
}

/** Points asset URLs at this server, so that clients send no request to Intercom. */
async function rewriteAssetHosts(response: Response, origin: string): Promise<Response> {
  if (!response.headers.get('content-type')?.includes('json')) return response
  // A fault may break off the body. Pass such a response on unchanged.
  const text = await response.clone().text().catch(() => undefined)
  return text === undefined ? response : new Response(assetHosts.reduce((body, host) => body.replaceAll(host, origin), text), response)
}

/**
 * Serves a mocked Intercom over HTTP on the loopback address.
 * @param port `0` selects a free port.
 * @returns The server and its address, without a trailing slash.
 * @throws Error with code `EADDRINUSE` if the port is in use.
 */
export async function serveIntercom(intercom: Intercom, port: number): Promise<{ server: Server; address: string }> {
  const server = createServer((incoming, outgoing) => {
    toRequest(incoming, outgoing)
      .then(async (request) => {
        const url = new URL(request.url)
        return getAssetResponse(url) ?? rewriteAssetHosts(await intercom.handle(request), url.origin)
      })
      .then((response) => sendResponse(response, outgoing))
      // A fault broke off the response, or the caller aborted.
      .catch(() => outgoing.destroy())
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, LOOPBACK, resolve)
  })
  return { server, address: `http://${LOOPBACK}:${(server.address() as AddressInfo).port}` }
}

/** Creates the mocked Intercom for some command-line options. */
export function createIntercomFromSettings(settings: ServerSettings): Intercom {
  const getNow = () => (settings.fixedClock ? NOW : Math.floor(Date.now() / 1000))
  const start = getNow()
  const { conversations } = settings
  const build = () =>
    conversations === null ? buildWorkspace({ now: start }) : buildLargeWorkspace(conversations, { now: start })
  const intercom = createIntercom({ now: getNow, workspace: build })
  intercom.setFault(settings.fault)
  return intercom
}

async function main(): Promise<void> {
  try {
    const settings = readSettings(process.argv.slice(2))
    const { address } = await serveIntercom(createIntercomFromSettings(settings), settings.port)
    console.log(`Mocked Intercom listening on ${address}`)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const taken = code === 'EADDRINUSE' || code === 'EACCES'
    if (!taken && !(error instanceof SettingsError)) throw error
    console.error(taken ? `${message}. Choose another port with --port, or use --port 0 for any free port.` : message)
    process.exitCode = 1
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
