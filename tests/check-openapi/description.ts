import { type ErrorObject, type ValidateFunction, Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { parse } from 'yaml'

type Json = Record<string, unknown>
type Content = { content?: Record<string, { schema?: Json }> }
type Operation = { requestBody?: Content; responses?: Record<string, Content> }

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

/** The schemas that a document refers to and does not have. */
function missingSchemas(document: Document): string[] {
  const referred = JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"/]+)"/g)
  const names = new Set(Array.from(referred, ([, name = '']) => name))
  return [...names].filter((name) => !Object.hasOwn(document.components?.schemas ?? {}, name))
}

/** What a description says of a response. */
export type Verdict = { kind: 'checked'; errors: ErrorObject[] } | { kind: 'unknown operation' }

/** A published description, ready to judge responses. */
export interface Description {
  version: string
  /** Schemas that it refers to and does not have. Whatever stands in their places is allowed. */
  missing: string[]
  /**
   * Judges a response. A status that the operation does not list must have the body of an error.
   * @param path With `{names}`.
   */
  judge: (method: string, path: string, status: number, body: unknown) => Verdict
  /**
   * Judges what is sent: it must fit the schema, and have no field that the operation does not name.
   * @param path As it is sent.
   */
  judgeRequest: (method: string, path: string, body: unknown) => Verdict & { operation?: string }
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
  const missing = missingSchemas(document)
  const anything = Object.fromEntries(missing.map((name) => [name, {}]))
  const components = { schemas: { ...(toJsonSchema(document.components?.schemas ?? {}) as Json), ...anything } }
  ajv.addSchema({ $id: ROOT, components }, ROOT)

  const operations = new Map<string, Operation>()
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      operations.set(`${method.toUpperCase()} ${nameless(path)}`, operation)
    }
  }
  const validators = new Map<string, ValidateFunction | null>()

  function compile(schema: Json): ValidateFunction {
    return ajv.compile(JSON.parse(JSON.stringify(toJsonSchema(schema)).replaceAll('"#/components', `"${ROOT}#/components`)) as Json)
  }

  function validatorOf(operation: Operation, status: number): ValidateFunction | null {
    const response = operation.responses?.[status]
    if (!response) return compile({ $ref: '#/components/schemas/error' })
    const json = response.content?.['application/json']
    // Some answers are only shown by an example: nothing is said of what else they may be.
    return json ? compile(json.schema ?? {}) : null
  }

  /** The fields that a schema names, in any of its branches. */
  function fieldsOf(schema: unknown): string[] {
    if (!isRecord(schema)) return []
    const name = typeof schema.$ref === 'string' ? schema.$ref.split('/').at(-1) : undefined
    const branches = [schema.oneOf, schema.anyOf, schema.allOf].flatMap((list) => (Array.isArray(list) ? list : []))
    return [
      ...(name === undefined ? [] : fieldsOf(document?.components?.schemas?.[name])),
      ...branches.flatMap(fieldsOf),
      ...Object.keys(isRecord(schema.properties) ? schema.properties : {}),
    ]
  }

  /** The operation that a path is meant for: a word before a parameter in its place. */
  function operationAt(method: string, path: string): string | undefined {
    const fits = (key: string) => new RegExp(`^${key.replaceAll('{}', '[^/]+')}$`).test(`${method} ${path}`)
    return [...operations.keys()].filter(fits).sort((a, b) => a.split('{}').length - b.split('{}').length)[0]
  }

  return {
    version: document.info?.version ?? '2.14',
    missing,
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
    judgeRequest(method, path, body) {
      const operation = operationAt(method, path)
      if (!operation) return { kind: 'unknown operation' }
      const schema = operations.get(operation)?.requestBody?.content?.['application/json']?.schema
      if (!schema) return { kind: 'checked', operation, errors: body === undefined ? [] : [unexpectedBody()] }
      const cached = `${operation} request`
      if (!validators.has(cached)) validators.set(cached, compile(schema))
      const validate = validators.get(cached)
      const known = new Set(fieldsOf(schema))
      const strange = Object.keys(isRecord(body) ? body : {}).filter((field) => !known.has(field)).map(unknownField)
      return { kind: 'checked', operation, errors: [...(validate?.(body) ? [] : (validate?.errors ?? [])), ...strange] }
    },
  }
}

function unexpectedBody(): ErrorObject {
  return { instancePath: '', schemaPath: '#', keyword: 'empty', params: {}, message: 'must have no body' }
}

function unknownField(field: string): ErrorObject {
  return { instancePath: `/${field}`, schemaPath: '#', keyword: 'unknown', params: {}, message: 'is no field of this operation' }
}
