import { readSecrets } from './environment.ts'

/** Logged request, without secrets and users' data. */
export interface LogEntry {
  request_id: string
  method: string
  /** Path of the route, never the requested URL. */
  route: string
  status: number
  /** Milliseconds until the response. */
  duration: number
  code?: string
  /** Reason of a failed request, for developers. */
  reason?: string
}

const MAX_REASON = 2000
const MAX_THROWN = 10 * MAX_REASON

function writeFailures(entry: LogEntry): void {
  if (entry.status >= 500) console.error(JSON.stringify(entry))
}

let listener: (entry: LogEntry) => void = writeFailures

/** Replaces the default log, which writes 5xx responses to the console as JSON. `null` restores the default. */
export function onLog(listen: ((entry: LogEntry) => void) | null): void {
  listener = listen ?? writeFailures
}

export function log(entry: LogEntry): void {
  try {
    listener(entry)
  } catch {
    writeFailures({ ...entry, status: 500, reason: 'The listener given to onLog threw.' })
  }
}

/** Redacts an email address, but not `@scope/package` or `package@1.2.3`. */
function redactAddress(word: string): string {
  const at = word.lastIndexOf('@')
  const domain = word.slice(at + 1)
  return at > 0 && /\.\p{L}/u.test(domain) && !/^\d+\.\d/.test(domain) ? '[e-mail]' : word
}

/** Removes secrets, bearer tokens, email addresses, passwords in URLs and query strings (file URLs are signed). */
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
