import type { EventMetadata } from './types.ts'

// https://developers.intercom.com/docs/references/rest-api/api.intercom.io/data-events
const MAX_NAME = 150
const MAX_KEYS = 10
const MAX_KEY = 190
const MAX_TEXT = 255
const MAX_URL = 2000
const MAX_CURRENCY = 10

const snakeCase = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/

const isLink = (url: unknown) =>
  typeof url === 'string' && url.length <= MAX_URL && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)

function isRichValue(value: object): boolean {
  const { url, value: text, amount, currency } = value as Record<string, unknown>
  if (Object.keys(value).length !== 2) return false
  return (
    (isLink(url) && typeof text === 'string' && text.length <= MAX_TEXT) ||
    (typeof amount === 'number' && typeof currency === 'string' && currency.length <= MAX_CURRENCY)
  )
}

function findValueProblem(key: string, value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      if (value.length <= MAX_TEXT) return
      return `metadata.${key} has ${value.length} characters; Intercom keeps ${MAX_TEXT}.`
    case 'number':
      return Number.isFinite(value) ? undefined : `metadata.${key} is ${value}. Use a finite number.`
    case 'boolean':
    case 'undefined':
      return
    default:
      if (value === null || (typeof value === 'object' && isRichValue(value))) return
      return (
        `metadata.${key} is nested, or its type isn't supported. Use a string, a number (Unix seconds for a time), a boolean, ` +
        'a link { url, value }, or money { amount, currency }.'
      )
  }
}

/** Returns a sentence for each mistake. Intercom keeps event names forever, and silently drops unsupported metadata. */
export function findEventProblems(name: string, metadata: EventMetadata = {}): string[] {
  const problems: string[] = []
  if (typeof name !== 'string' || !snakeCase.test(name)) {
    problems.push(
      `The name "${name}" isn't in snake_case. Intercom keeps names forever: use lower-case words such as "plan_upgraded".`,
    )
  } else if (name.length > MAX_NAME) {
    problems.push(`The name has ${name.length} characters; use at most ${MAX_NAME}.`)
  }
  const entries = Object.entries(metadata)
  if (entries.length > MAX_KEYS) {
    problems.push(`The metadata has ${entries.length} keys; Intercom keeps ${MAX_KEYS}.`)
  }
  for (const [key, value] of entries) {
    if (key === '' || key.length > MAX_KEY || /[.$~`!@#%^&*'{}|\\"\0]/.test(key)) {
      problems.push(`The metadata key "${key}" is empty, too long, or has a character that Intercom refuses.`)
    }
    const problem = findValueProblem(key, value)
    if (problem) problems.push(problem)
  }
  return problems
}
