import { eventMetadataSchema, type EventMetadata, eventNameSchema } from '../../contracts/index.ts'
import { ApiError } from '../http/errors.ts'

interface Issue {
  readonly message: string
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined
}

type Outcome = { readonly value: unknown; readonly issues?: undefined } | { readonly issues: readonly Issue[] }

/** Schema of an event's metadata, of any library with Standard Schema: Zod 4 or 3.24, Valibot, ArkType. */
export interface EventSchema {
  readonly '~standard': {
    readonly validate: (value: unknown) => Outcome | Promise<Outcome>
    readonly types?: { readonly input: unknown; readonly output: unknown } | undefined
  }
}

/** Events of an app: names with the schemas of their metadata, `null` for events without metadata. */
export type EventCatalogue = Record<string, EventSchema | null>

/** Events with the types of their metadata, for `useTrackEvent`. */
export type InferEvents<Catalogue extends EventCatalogue> = {
  [Name in keyof Catalogue]: Catalogue[Name] extends EventSchema
    ? NonNullable<Catalogue[Name]['~standard']['types']>['input']
    // `null`, or no catalogue at all.
    : Catalogue[Name] extends null ? undefined : EventMetadata | undefined
}

/**
 * Defines the events that an app tracks. The routes refuse all others, and metadata that doesn't match.
 *
 * ```ts
 * export const events = defineEvents({ plan_upgraded: z.object({ plan: z.enum(['team', 'scale']) }), signed_out: null })
 * export type AppEvents = InferEvents<typeof events>
 * ```
 *
 * In components, import only the type, so that the schemas stay on the server: `useTrackEvent<AppEvents>()`, or
 * `useIntercom<AppEvents>()`.
 *
 * @throws Error if a name isn't valid
 */
export function defineEvents<const Catalogue extends EventCatalogue>(catalogue: Catalogue): Catalogue {
  for (const name of Object.keys(catalogue)) {
    const { error } = eventNameSchema.safeParse(name)
    if (error) throw new Error(`defineEvents() has the event "${name}", whose name ${error.issues[0]?.message}.`)
  }
  return Object.freeze({ ...catalogue })
}

const MAX_LISTED = 20

function toField({ path = [], message }: Issue): [field: string, problem: string] {
  const keys = path.map((part) => String(typeof part === 'object' ? part.key : part))
  return [['metadata', ...keys].join('.'), message.slice(0, 200)]
}

function refuse(fields: Record<string, string>): ApiError {
  const [field, problem] = Object.entries(fields)[0]!
  return new ApiError('invalid_request', { message: `The event is not valid. "${field}": ${problem}.`, fields })
}

/**
 * Returns the metadata as the catalogue's schema leaves it.
 *
 * @throws ApiError `invalid_request` if the catalogue doesn't have the event, or the metadata doesn't match
 */
export async function checkEvent(catalogue: EventCatalogue, name: string, metadata: unknown): Promise<EventMetadata | undefined> {
  const schema = Object.hasOwn(catalogue, name) ? catalogue[name] : undefined
  if (schema === undefined) {
    const names = Object.keys(catalogue)
    const listed = names.slice(0, MAX_LISTED).join(', ') + (names.length > MAX_LISTED ? ', …' : '')
    throw refuse({ event_name: `must be one of ${listed}` })
  }
  if (schema === null) {
    if (metadata === undefined) return undefined
    throw refuse({ metadata: 'must be missing, because this event has none' })
  }
  const outcome = await schema['~standard'].validate(metadata)
  if (outcome.issues) throw refuse(Object.fromEntries(outcome.issues.slice(0, 10).map(toField)))
  const checked = eventMetadataSchema.optional().safeParse(outcome.value)
  if (checked.success) return checked.data
  throw new ApiError('internal', { reason: `The schema of the event ${name} returns metadata that Intercom does not accept.` })
}

/** Property of an event's metadata, for docs. */
export interface EventProperty {
  name: string
  type: string
  isRequired: boolean
  description: string
}

/** Event of a catalogue, for docs. */
export interface EventRow {
  name: string
  description: string
  properties: EventProperty[]
}

interface JsonSchema {
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  format?: string
  anyOf?: JsonSchema[]
  description?: string
  properties?: Record<string, JsonSchema>
  required?: string[]
}

function toType({ type, enum: values, const: only, format, anyOf }: JsonSchema): string {
  if (only !== undefined) return JSON.stringify(only)
  if (values) return values.map((value) => JSON.stringify(value)).join(' | ')
  if (anyOf) return anyOf.map(toType).join(' | ')
  return format ? `${String(type)} (${format})` : [type ?? 'any'].flat().join(' | ')
}

function readJsonSchema(schema: EventSchema | null): JsonSchema {
  const { jsonSchema } = (schema?.['~standard'] ?? {}) as { jsonSchema?: { input: (options: { target: string }) => JsonSchema } }
  return jsonSchema?.input({ target: 'draft-2020-12' }) ?? {}
}

/**
 * Lists a catalogue's events for a page of docs. Descriptions come from the schemas. Properties need a library with Standard JSON
 * Schema, such as Zod 4.2.
 */
export function listEvents(catalogue: EventCatalogue): EventRow[] {
  return Object.entries(catalogue).map(([name, schema]) => {
    const { description = '', properties = {}, required = [] } = readJsonSchema(schema)
    return {
      name,
      description,
      properties: Object.entries(properties).map(([property, one]) => ({
        name: property, type: toType(one), isRequired: required.includes(property), description: one.description ?? '',
      })),
    }
  })
}
