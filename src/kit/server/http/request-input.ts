import type { z } from 'zod'
import { ApiError } from './errors.ts'
import { readRequest } from './read-body.ts'

/** Default limit of a JSON body in bytes. */
export const MAX_BODY = 64 * 1024
const MAX_NAME = 40
const MAX_FIELDS = 20

type Issue = z.core.$ZodIssue

/** Finds the union member that the value resembles, to report its problems only. */
function findIntendedBranch(issue: z.core.$ZodIssueInvalidUnion): Issue[] | undefined {
  const branches = issue.errors.filter((issues) => !issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0))
  return branches.length === 1 ? branches[0] : undefined
}

function listFieldProblems(issues: readonly Issue[], above: readonly PropertyKey[]): [string, string][] {
  return issues.flatMap((issue): [string, string][] => {
    const path = [...above, ...issue.path]
    const within = issue.code === 'invalid_union' ? findIntendedBranch(issue) : undefined
    if (within) return listFieldProblems(within, path)
    const at = (name: PropertyKey) => String(name).slice(0, MAX_NAME)
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.slice(0, 10).map((key) => [[...path, key].map(at).join('.'), 'is not known'])
    }
    const message = issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message
    return [[path.map(at).join('.') || 'body', message]]
  })
}

/** Validates input of a caller. `what` is its name in the error message. */
export function parse<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const fields = Object.fromEntries(listFieldProblems(result.error.issues, []).slice(0, MAX_FIELDS))
  const list = Object.entries(fields).map(([name, problem]) => `"${name}": ${problem}`)
  throw new ApiError('invalid_request', { message: `The ${what} is not valid. ${list.join('; ')}.`, fields })
}

export function parseParams<T>(schema: z.ZodType<T> | undefined, params: Record<string, unknown>): T {
  return schema ? parse(schema, params, 'address') : ({} as T)
}

/** Most characters of a URL. The contract's longest query has fewer than 6,000. */
const MAX_ADDRESS = 8192
const MAX_KEYS = 30

/** Refuses oversized URLs before anything parses them, because the caller is still unknown. */
export function refuseLongQuery({ url }: Request): void {
  if (url.length <= MAX_ADDRESS && url.split('&', MAX_KEYS + 1).length <= MAX_KEYS) return
  throw new ApiError('invalid_request', { message: `The query is too long: at most ${MAX_KEYS} keys and ${MAX_ADDRESS} characters.` })
}

/** Validates the query. Skips keys that repeat a path parameter, which Next.js adds on the edge. */
export function parseQuery<T>(schema: z.ZodType<T> | undefined, request: Request, params: Record<string, unknown> = {}): T {
  const entries = [...new URL(request.url).searchParams].filter(([key, value]) => params[key] !== value)
  const keys = entries.map(([key]) => key)
  const seen = new Set<string>()
  const repeated = keys.find((key) => seen.has(key) || !seen.add(key))
  const refuse = (key: string, problem: string) => {
    const name = key.slice(0, MAX_NAME)
    return new ApiError('invalid_request', {
      message: `The query is not valid. "${name}": ${problem}.`,
      fields: Object.fromEntries([[name, problem]]),
    })
  }
  if (repeated !== undefined) throw refuse(repeated, 'is given more than once')
  if (schema) return parse(schema, Object.fromEntries(entries), 'query')
  if (keys[0] !== undefined) throw refuse(keys[0], 'is not known')
  return {} as T
}

/** Whether a request has a JSON body. HTML forms of other sites can't send this content type. */
export function isJson(request: Request): boolean {
  return /^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')
}

export async function parseBody<T>(
  schema: z.ZodType<T> | undefined,
  request: Request,
  limit: number = MAX_BODY,
): Promise<T> {
  if (!schema) return undefined as T
  if (!isJson(request)) throw new ApiError('unsupported_media_type')
  const bytes = await readRequest(request, limit)
  if (!bytes) {
    throw new ApiError('payload_too_large', { message: `The body is larger than ${limit} bytes.` })
  }
  let data: unknown
  try {
    data = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw new ApiError('invalid_request', { message: 'The body is not JSON. Check how it is written and encoded.' })
  }
  if (isDeep(data)) throw new ApiError('invalid_request', { message: `The body is nested more than ${MAX_DEPTH} levels deep. Send a flatter one.` })
  return parse(schema, data, 'body')
}

/** Most levels of a body. Deeper values would overflow the stack of recursive functions. */
const MAX_DEPTH = 32

function isDeep(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return false
  return depth >= MAX_DEPTH || Object.values(value).some((member) => isDeep(member, depth + 1))
}
