/** What a request brings with it, checked against the contract before anything is done with it. */
import type { z } from 'zod'
import { ApiError } from './errors.ts'
import { readText } from './read-body.ts'

/** Bytes that a JSON body may have, where a route says nothing else. */
export const MAX_BODY = 64 * 1024

/** Characters of a name that is repeated in an answer. */
const MAX_NAME = 40

/** Fields that an answer names. */
const MAX_FIELDS = 20

type Issue = z.core.$ZodIssue

/** Where a value may be of several shapes, what is wrong with the one that it was meant to be: that it looks like. */
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

/**
 * Checks something that a caller sent.
 *
 * @param schema what it must be
 * @param what the name that it has in the error
 * @throws ApiError `invalid_request`, which names each field that is wrong
 */
export function parse<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const fields = Object.fromEntries(listFieldProblems(result.error.issues, []).slice(0, MAX_FIELDS))
  const list = Object.entries(fields).map(([name, problem]) => `"${name}": ${problem}`)
  throw new ApiError('invalid_request', { message: `The ${what} is not valid. ${list.join('; ')}.`, fields })
}

/**
 * Checks the parameters of the path.
 *
 * @param schema what they must be; without one there are none
 * @throws ApiError `invalid_request`
 */
export function parseParams<T>(schema: z.ZodType<T> | undefined, params: Record<string, unknown>): T {
  return schema ? parse(schema, params, 'address') : ({} as T)
}

/**
 * Checks the query string. A key that is given twice is refused, since it is not clear which of them counts. What only
 * repeats a parameter of the path is passed over: on the edge, Next.js writes those into the query.
 *
 * @param schema what it must be; without one there must be no query
 * @param params the parameters of the path
 * @throws ApiError `invalid_request`, which names the keys
 */
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

/** Whether a request says that its body is JSON. A form of another site cannot say so. */
export function isJson(request: Request): boolean {
  return /^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')
}

/**
 * Reads and checks a JSON body.
 *
 * @param schema what it must be; without one the body is left alone
 * @param limit bytes that it may have
 * @throws ApiError `unsupported_media_type`, `payload_too_large` or `invalid_request`
 */
export async function parseBody<T>(
  schema: z.ZodType<T> | undefined,
  request: Request,
  limit: number = MAX_BODY,
): Promise<T> {
  if (!schema) return undefined as T
  if (!isJson(request)) throw new ApiError('unsupported_media_type')
  const text = await readText(request.body, limit)
  if (text === null) {
    throw new ApiError('payload_too_large', { message: `The body is larger than ${limit} bytes.` })
  }
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    throw new ApiError('invalid_request', { message: 'The body is not JSON.' })
  }
  if (isDeep(data)) throw new ApiError('invalid_request', { message: `The body is nested more than ${MAX_DEPTH} levels deep.` })
  return parse(schema, data, 'body')
}

/** Levels of a body. Functions that follow a value to its end would overflow the stack. */
const MAX_DEPTH = 32

function isDeep(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return false
  return depth >= MAX_DEPTH || Object.values(value).some((member) => isDeep(member, depth + 1))
}
