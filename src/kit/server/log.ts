/** What the routes tell the app's log: one line a request, without a secret, an address or a word of a customer. */
import { readSecrets } from './environment.ts'

/** One request to a route of ours. */
export interface LogEntry {
  request_id: string
  method: string
  /** The route, never the address that was asked for: that can hold anything. */
  route: string
  status: number
  /** Milliseconds from the request to the answer. */
  duration: number
  /** The error code, where it failed. */
  code?: string
  /** Why it failed, for the developer. */
  reason?: string
}

const MAX_REASON = 2000

/** Characters that are looked at for it. */
const MAX_THROWN = 10 * MAX_REASON

function writeFailures(entry: LogEntry): void {
  if (entry.status >= 500) console.error(JSON.stringify(entry))
}

let listener: (entry: LogEntry) => void = writeFailures

/**
 * Sends the log elsewhere. Without it, failures on the server's side are written to the console as JSON.
 *
 * @param listen called once for each request; null writes to the console again
 */
export function onLog(listen: ((entry: LogEntry) => void) | null): void {
  listener = listen ?? writeFailures
}

/** Logs one request. A listener that throws does not harm the answer. */
export function log(entry: LogEntry): void {
  try {
    listener(entry)
  } catch {
    writeFailures({ ...entry, status: 500, reason: 'The listener given to onLog threw.' })
  }
}

/** Replaces an e-mail address. `@scope/package` and `package@1.2.3` are none. */
function redactAddress(word: string): string {
  const at = word.lastIndexOf('@')
  const domain = word.slice(at + 1)
  return at > 0 && /\.\p{L}/u.test(domain) && !/^\d+\.\d/.test(domain) ? '[e-mail]' : word
}

/**
 * Describes something unexpected for the log, without what must not be in one: the secrets that are set, bearer tokens,
 * e-mail addresses, passwords in addresses, query strings (addresses of files are signed), control characters.
 *
 * @param thrown whatever was thrown
 */
export function describe(thrown: unknown): string {
  let text = thrown instanceof Error ? (thrown.stack ?? `${thrown.name}: ${thrown.message}`) : String(thrown)
  for (const secret of readSecrets()) text = text.replaceAll(secret, '[secret]')
  return text
    .slice(0, MAX_THROWN)
    .replace(/\bBearer\s+\S+/gi, 'Bearer [secret]')
    .replace(/(?<=:\/\/)[^\s/<>"]*@/g, '')
    .replace(/[^\s/,;<>"()]+/g, redactAddress)
    .replace(/\?[^\s"')]*/g, '?[query]')
    .replace(/\p{Cc}+/gu, ' ')
    .slice(0, MAX_REASON)
}
