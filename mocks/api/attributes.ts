import type { AttributeValue, CustomObjectList } from '../types.ts'
import { isObject } from './endpoint.ts'
import { invalid } from './errors.ts'

/** Builds the instances with the ids. The mock has no custom objects, so every id exists, without attributes. */
function toInstances(name: string, ids: unknown[]): CustomObjectList {
  if (!ids.every((id) => typeof id === 'string')) throw invalid(`custom_attributes.${name} must list ids`, 'custom_attributes')
  const type = name.charAt(0).toUpperCase() + name.slice(1)
  const dates = { external_created_at: null, external_updated_at: null }
  return { type: `${type}.list`, instances: ids.map((id) => ({ id, external_id: id, ...dates, custom_attributes: {}, type })) }
}

/** Reads the custom attributes of a contact or a conversation. A list of ids associates instances of a custom object. */
export function readAttributes(body: Record<string, unknown>): Record<string, AttributeValue | CustomObjectList> {
  const attributes = body.custom_attributes ?? {}
  if (!isObject(attributes)) throw invalid('custom_attributes must be an object', 'custom_attributes')
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => {
    if (Array.isArray(value)) return [name, toInstances(name, value)]
    if (isObject(value)) throw invalid(`custom_attributes.${name} must not be nested`, 'custom_attributes')
    return [name, value as AttributeValue]
  }))
}
