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
 * Converts a schema of OpenAPI 3.0 to JSON Schema: `nullable` adds `null` to the types and to an enum. Everything else
 * means the same in both.
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

/** Base URI of the schemas in Ajv. */
const ROOT = 'openapi:'

/** Removes the names of parameters, which differ between versions. */
const removeNames = (path: string): string => path.replace(/\{[^}]*\}/g, '{}')

/** Lists the schemas that a document refers to but lacks. */
function listMissingSchemas(document: Document): string[] {
  const referred = JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"/]+)"/g)
  const names = new Set(Array.from(referred, ([, name = '']) => name))
  return [...names].filter((name) => !Object.hasOwn(document.components?.schemas ?? {}, name))
}

/** Result of checking a body. */
export type Verdict = { kind: 'checked'; errors: ErrorObject[] } | { kind: 'unknown operation' }

/** A parsed description. */
export interface Description {
  version: string
  /** Schemas that the description refers to but lacks. Any value passes for them. */
  missing: string[]
  /**
   * Checks a response. An unlisted status must have the body of an error.
   * @param path with `{names}`
   */
  judge: (method: string, path: string, status: number, body: unknown) => Verdict
  /**
   * Checks a request: it must fit the schema, with no field that the operation doesn't name.
   * @param path as sent
   */
  judgeRequest: (method: string, path: string, body: unknown) => Verdict & { operation?: string }
}

/**
 * Reads an OpenAPI description.
 * @param text YAML or JSON
 * @throws Error if it is not OpenAPI 3.0
 */
export function readDescription(text: string): Description {
  const document = parse(text) as Document | null
  if (!document?.openapi?.startsWith('3.0') || !document.paths) {
    throw new Error('The file is not an OpenAPI 3.0 description.')
  }
  const ajv = new Ajv({ allErrors: true, strict: false, logger: false, verbose: true })
  addFormats.default(ajv)
  // Intercom's format for Unix seconds, on integers.
  ajv.addFormat('timestamp', true)
  const missing = listMissingSchemas(document)
  const anything = Object.fromEntries(missing.map((name) => [name, {}]))
  const components = { schemas: { ...(toJsonSchema(document.components?.schemas ?? {}) as Json), ...anything } }
  ajv.addSchema({ $id: ROOT, components }, ROOT)

  const operations = new Map<string, Operation>()
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      operations.set(`${method.toUpperCase()} ${removeNames(path)}`, operation)
    }
  }
  const validators = new Map<string, ValidateFunction | null>()

  function compile(schema: Json): ValidateFunction {
    return ajv.compile(JSON.parse(JSON.stringify(toJsonSchema(schema)).replaceAll('"#/components', `"${ROOT}#/components`)) as Json)
  }

  function findValidator(operation: Operation, status: number): ValidateFunction | null {
    const response = operation.responses?.[status]
    if (!response) return compile({ $ref: '#/components/schemas/error' })
    const json = response.content?.['application/json']
    // Some responses only have an example, so any body passes.
    return json ? compile(json.schema ?? {}) : null
  }

  /** Lists the fields that a schema names in any branch. */
  function listFields(schema: unknown): string[] {
    if (!isRecord(schema)) return []
    const name = typeof schema.$ref === 'string' ? schema.$ref.split('/').at(-1) : undefined
    const branches = [schema.oneOf, schema.anyOf, schema.allOf].flatMap((list) => (Array.isArray(list) ? list : []))
    return [
      ...(name === undefined ? [] : listFields(document?.components?.schemas?.[name])),
      ...branches.flatMap(listFields),
      ...Object.keys(isRecord(schema.properties) ? schema.properties : {}),
    ]
  }

  /** Finds the operation of a path. Fixed segments win over parameters. */
  function findOperation(method: string, path: string): string | undefined {
    const fits = (key: string) => new RegExp(`^${key.replaceAll('{}', '[^/]+')}$`).test(`${method} ${path}`)
    return [...operations.keys()].filter(fits).sort((a, b) => a.split('{}').length - b.split('{}').length)[0]
  }

  return {
    version: document.info?.version ?? '2.14',
    missing,
    judge(method, path, status, body) {
      const key = `${method} ${removeNames(path)}`
      const operation = operations.get(key)
      if (!operation) return { kind: 'unknown operation' }
      const cached = `${key} ${status}`
      if (!validators.has(cached)) validators.set(cached, findValidator(operation, status))
      const validate = validators.get(cached) ?? null
      if (validate === null) {
        const empty = body === undefined
        return { kind: 'checked', errors: empty ? [] : [unexpectedBody()] }
      }
      return { kind: 'checked', errors: validate(body) ? [] : (validate.errors ?? []) }
    },
    judgeRequest(method, path, body) {
      const operation = findOperation(method, path)
      if (!operation) return { kind: 'unknown operation' }
      const schema = operations.get(operation)?.requestBody?.content?.['application/json']?.schema
      if (!schema) return { kind: 'checked', operation, errors: body === undefined ? [] : [unexpectedBody()] }
      const cached = `${operation} request`
      if (!validators.has(cached)) validators.set(cached, compile(schema))
      const validate = validators.get(cached)
      const known = new Set(listFields(schema))
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
