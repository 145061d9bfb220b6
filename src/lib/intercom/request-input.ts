/** What a request brings with it, checked against the contract before anything is done with it. */
import type { z } from 'zod'
import { ApiError } from '@/lib/intercom/errors'
import { readText } from '@/lib/intercom/read-text'

/** Bytes of a JSON body. */
const MAX_BODY = 64 * 1024

/** Characters of a name that is repeated in an answer. */
const MAX_NAME = 40

function fieldsOf(error: z.ZodError): Record<string, string> {
  const fields: [string, string][] = []
  for (const issue of error.issues) {
    if (issue.code === 'unrecognized_keys') {
      fields.push(...issue.keys.slice(0, 10).map((key): [string, string] => [key.slice(0, MAX_NAME), 'is not known']))
    } else {
      fields.push([issue.path.join('.') || 'body', issue.message])
    }
  }
  return Object.fromEntries(fields)
}

function parse<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const fields = fieldsOf(result.error)
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
 * Checks the query string. A key that is given twice is refused, since it is not clear which of them counts.
 *
 * @param schema what it must be; without one there must be no query
 * @throws ApiError `invalid_request`, which names the keys
 */
export function parseQuery<T>(schema: z.ZodType<T> | undefined, request: Request): T {
  const { searchParams } = new URL(request.url)
  const keys = [...searchParams.keys()]
  const repeated = keys.find((key, index) => keys.indexOf(key) !== index)
  const refuse = (key: string, problem: string) => {
    const name = key.slice(0, MAX_NAME)
    return new ApiError('invalid_request', {
      message: `The query is not valid. "${name}": ${problem}.`,
      fields: Object.fromEntries([[name, problem]]),
    })
  }
  if (repeated !== undefined) throw refuse(repeated, 'is given more than once')
  if (schema) return parse(schema, Object.fromEntries(searchParams), 'query')
  if (keys[0] !== undefined) throw refuse(keys[0], 'is not known')
  return {} as T
}

/**
 * Reads and checks a JSON body.
 *
 * @param schema what it must be; without one the body is left alone
 * @throws ApiError `unsupported_media_type`, `payload_too_large` or `invalid_request`
 */
export async function parseBody<T>(schema: z.ZodType<T> | undefined, request: Request): Promise<T> {
  if (!schema) return undefined as T
  // A form of another site cannot send this type.
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) {
    throw new ApiError('unsupported_media_type')
  }
  const text = await readText(request.body, MAX_BODY)
  if (text === null) {
    throw new ApiError('payload_too_large', { message: `The body is larger than ${MAX_BODY} bytes.` })
  }
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    throw new ApiError('invalid_request', { message: 'The body is not JSON.' })
  }
  return parse(schema, data, 'body')
}
