import { type ErrorObject, type ValidateFunction, Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { parse } from 'yaml'

type Json = Record<string, unknown>
type Operation = { responses?: Record<string, { content?: Record<string, { schema?: Json }> }> }

interface Document {
  openapi?: string
  info?: { version?: string; title?: string }
  paths?: Record<string, Record<string, Operation>>
  components?: { schemas?: Record<string, Json> }
}

const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * A schema of OpenAPI 3.0 as JSON Schema: `nullable` becomes one more allowed type, and an enum that is nullable may be
 * null. Everything else means the same in both.
 * https://spec.openapis.org/oas/v3.0.3#schema-object
 */
export function toJsonSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(toJsonSchema)
  if (!isRecord(schema)) return schema
  const { nullable, example: _example, ...rest } = schema
  const converted = Object.fromEntries(
    Object.entries(rest).map(
      ([key, value]) => [key, key === 'enum' || key === 'default' ? value : toJsonSchema(value)],
    ),
  )
  if (nullable !== true) return converted
  if (typeof converted.type !== 'string') return { anyOf: [converted, { type: 'null' }] }
  const allowed = Array.isArray(converted.enum) ? { enum: [...converted.enum, null] } : {}
  return { ...converted, type: [converted.type, 'null'], ...allowed }
}

/** Where the schemas live for Ajv. */
const ROOT = 'openapi:'

/** Parameters may have other names in other versions: only where they stand counts. */
const nameless = (path: string): string => path.replace(/\{[^}]*\}/g, '{}')

/** What a description says of a response. */
export type Verdict = { kind: 'checked'; errors: ErrorObject[] } | { kind: 'unknown operation' }

/** A published description, ready to judge responses. */
export interface Description {
  version: string
  /**
   * Judges a response. A status that the operation does not list must have the body of an error.
   * @param path With `{names}`.
   */
  judge: (method: string, path: string, status: number, body: unknown) => Verdict
}

/**
 * Reads an OpenAPI description.
 * @param text YAML or JSON.
 * @throws Error where it is no description of OpenAPI 3.0.
 */
export function readDescription(text: string): Description {
  const document = parse(text) as Document | null
  if (!document?.openapi?.startsWith('3.0') || !document.paths) {
    throw new Error('This is no description in OpenAPI 3.0.')
  }
  const ajv = new Ajv({ allErrors: true, strict: false, logger: false, verbose: true })
  addFormats.default(ajv)
  // Intercom marks Unix seconds so, on integers.
  ajv.addFormat('timestamp', true)
  const components = { schemas: toJsonSchema(document.components?.schemas ?? {}) as Json }
  ajv.addSchema({ $id: ROOT, components }, ROOT)

  const operations = new Map<string, Operation>()
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      operations.set(`${method.toUpperCase()} ${nameless(path)}`, operation)
    }
  }
  const validators = new Map<string, ValidateFunction | null>()

  function validatorOf(operation: Operation, status: number): ValidateFunction | null {
    const response = operation.responses?.[status]
    const schema = response ? response.content?.['application/json']?.schema : { $ref: '#/components/schemas/error' }
    if (!schema) return null
    const rooted = JSON.parse(
      JSON.stringify(toJsonSchema(schema)).replaceAll('"#/components', `"${ROOT}#/components`),
    ) as Json
    return ajv.compile(rooted)
  }

  return {
    version: document.info?.version ?? '2.14',
    judge(method, path, status, body) {
      const key = `${method} ${nameless(path)}`
      const operation = operations.get(key)
      if (!operation) return { kind: 'unknown operation' }
      const cached = `${key} ${status}`
      if (!validators.has(cached)) validators.set(cached, validatorOf(operation, status))
      const validate = validators.get(cached) ?? null
      if (validate === null) {
        const empty = body === undefined
        return { kind: 'checked', errors: empty ? [] : [unexpectedBody()] }
      }
      return { kind: 'checked', errors: validate(body) ? [] : (validate.errors ?? []) }
    },
  }
}

function unexpectedBody(): ErrorObject {
  return { instancePath: '', schemaPath: '#', keyword: 'empty', params: {}, message: 'must have no body' }
}
