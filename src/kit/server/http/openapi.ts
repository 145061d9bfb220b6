import { z } from 'zod'
import * as contracts from '../../contracts/index.ts'
import { errorCodes, errorResponseSchema } from '../../contracts/index.ts'
import { ApiError } from './errors.ts'
import { MAX_BODY } from './request-input.ts'
import type { RouteRow } from './route-table.ts'

type Json = Record<string, unknown>

function toSchemaName(exportName: string): string {
  const name = exportName.replace(/Schema$/, '')
  return name.charAt(0).toUpperCase() + name.slice(1)
}

function buildContractRegistry(): z.core.$ZodRegistry<{ id: string }> {
  const registry = z.registry<{ id: string }>()
  for (const [name, value] of Object.entries(contracts)) {
    if (name.endsWith('Schema') && value instanceof z.ZodType) registry.add(value, { id: toSchemaName(name) })
  }
  return registry
}

const root = '#/components/schemas/'

function dropMeta(schema: Json): Json {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema' && key !== '$id'))
}

function toRefOrSchema(schema: z.ZodType, registry: z.core.$ZodRegistry<{ id: string }>, io: 'input' | 'output'): Json {
  const known = registry.get(schema)
  if (known) return { $ref: root + known.id }
  const json = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json
  return dropMeta(json)
}

function toParameters(schema: z.ZodType | undefined, place: 'path' | 'query'): Json[] {
  if (!schema) return []
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, json]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: json,
  }))
}

function toOperationId({ method, path }: RouteRow): string {
  const words = path.replace(/^\/api\//, '').split(/[^A-Za-z0-9]+/).filter(Boolean)
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}

const toIdempotencyKeyHeader = (required: boolean): Json => ({
  name: 'Idempotency-Key',
  in: 'header',
  required,
  description: 'Idempotency key. For a day, retries with the same key get the first response.',
  schema: { type: 'string', pattern: '^[\\w.:-]{1,128}$' },
})

const toJsonContent = (schema: Json, type = 'application/json'): Json => ({ [type]: { schema } })

function toRequestBody(schema: z.ZodType, maxBody: number, registry: z.core.$ZodRegistry<{ id: string }>): Json {
  const description = `At most ${maxBody} bytes. Larger bodies get 413.`
  return { required: true, description, content: toJsonContent(toRefOrSchema(schema, registry, 'input')) }
}

function toOperation(row: RouteRow, registry: z.core.$ZodRegistry<{ id: string }>): Json {
  const { allow, idempotency, limit } = row
  const failure = { $ref: '#/components/responses/Failure' }
  const parameters = [
    ...toParameters(row.params, 'path'),
    ...toParameters(row.query, 'query'),
    ...(idempotency ? [toIdempotencyKeyHeader(idempotency.key === 'required')] : []),
  ]
  return {
    operationId: toOperationId(row),
    ...(row.summary && { summary: row.summary }),
    ...(parameters.length > 0 && { parameters }),
    ...(row.body && { requestBody: toRequestBody(row.body, row.maxBody ?? MAX_BODY, registry) }),
    responses: {
      [row.status]: { description: 'Done', content: toJsonContent(toRefOrSchema(row.response, registry, 'output'), row.contentType) },
      '4XX': failure,
      '5XX': failure,
    },
    'x-principals': allow,
    ...(limit && { 'x-rate-limit': limit }),
  }
}

/** Describes the rows of `listRoutes()` as an OpenAPI 3.1 document. https://spec.openapis.org/oas/v3.1.1 */
export function describeRoutes(table: readonly RouteRow[], info: { title: string; version: string }): Json {
  const registry = buildContractRegistry()
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => root + id, io: 'input', unrepresentable: 'any' })
  const paths: Record<string, Json> = {}
  for (const row of table) {
    const path = row.path.replace(/\[(\w+)\]/g, '{$1}')
    paths[path] = { ...paths[path], [row.method.toLowerCase()]: toOperation(row, registry) }
  }
  const codes = errorCodes.map((code) => `\`${code}\` ${new ApiError(code).status}`).join(', ')
  return {
    openapi: '3.1.1',
    info,
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, dropMeta(schema as Json)])),
      responses: {
        Failure: {
          description: `Error with one of these codes: ${codes}.`,
          headers: { 'Retry-After': { description: 'Seconds to wait before a retry, if known.', schema: { type: 'integer' } } },
          content: toJsonContent(toRefOrSchema(errorResponseSchema, registry, 'output')),
        },
      },
    },
  }
}
