/**
 * Checks every response of the mocked Intercom, and every request of the routes, against Intercom's OpenAPI
 * description: `npm run check:openapi -- path/to/api.intercom.io.yaml`. Download it from
 * https://github.com/intercom/Intercom-OpenAPI.
 */
import { readFile } from 'node:fs/promises'
import { endpoints } from '../mocks/api/router.ts'
import { bundleRoutes } from './anywhere/bundle.ts'
import { type Description, readDescription } from './check-openapi/description.ts'
import { type Exception, findException } from './check-openapi/exceptions.ts'
import type { main as collect } from './check-openapi/sent.ts'
import type { Step } from './check-openapi/step.ts'
import { walk } from './check-openapi/walk.ts'

/** Operations that the routes use to change data. Each must be sent. */
const writing = [
  'POST /contacts/{}/notes',
  'POST /events', 'POST /contacts', 'PUT /contacts/{}', 'POST /conversations/{}/reply', 'POST /conversations/{}/parts',
  'POST /conversations/{}/tags', 'DELETE /conversations/{}/tags/{}', 'PUT /conversations/{}',
]

interface Result {
  responses: number
  operations: Set<string>
  notChecked: Set<string>
  failures: Set<string>
  used: Set<Exception>
}

function toUrl(step: Step): URL {
  const path = step.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(step.params?.[name] ?? ''))
  const url = new URL(path, 'https://api.intercom.io')
  for (const [name, value] of Object.entries(step.query ?? {})) url.searchParams.set(name, value)
  return url
}

function isRefusedVersion(answer: unknown): boolean {
  const { errors } = (answer ?? {}) as { errors?: { code?: string }[] }
  return errors?.some(({ code }) => code === 'intercom_version_invalid') ?? false
}

async function check(description: Description): Promise<Result> {
  const result: Result = {
    responses: 0,
    operations: new Set(),
    notChecked: new Set(),
    failures: new Set(),
    used: new Set(),
  }
  await walk(async (intercom, step) => {
    const { method, path } = step
    const body = typeof step.body === 'object' ? JSON.stringify(step.body) : (step.body ?? null)
    const response = await intercom.handle(new Request(toUrl(step), {
      method,
      body,
      headers: {
        Authorization: `Bearer ${step.token ?? 'good'}`,
        'Intercom-Version': description.version,
        'Content-Type': 'application/json',
      },
    }))
    const text = await response.text()
    const answer: unknown = text === '' ? undefined : JSON.parse(text)
    // A mock that doesn't speak the version refuses every request, so nothing would be checked.
    if (isRefusedVersion(answer)) throw new Error(`The mock does not speak version ${description.version}.`)
    const operation = `${method} ${path}`
    const verdict = description.judge(method, path, response.status, answer)
    if (verdict.kind === 'unknown operation') {
      result.notChecked.add(operation)
      return answer
    }
    result.responses += 1
    result.operations.add(operation)
    for (const error of verdict.errors) {
      const at = error.instancePath
      const exception = findException({ version: description.version, operation, at, keyword: error.keyword, value: error.data })
      if (exception) result.used.add(exception)
      else result.failures.add(`${operation} ${response.status}: ${at || '/'} ${error.message}`)
    }
    return answer
  })
  return result
}

async function checkSent(description: Description, used: Set<Exception>) {
  const code = await bundleRoutes('./tests/check-openapi/sent.ts', 'esm')
  const module = await import(`data:text/javascript,${encodeURIComponent(code)}`)
  const { sent, wrong } = (await module.outcome) as Awaited<ReturnType<typeof collect>>
  const failures = new Set(wrong)
  const operations = new Set<string>()
  for (const { method, path, body } of sent) {
    const verdict = description.judgeRequest(method, path, body)
    if (verdict.kind === 'unknown operation') failures.add(`${method} ${path}: sent, and the description does not have it`)
    else {
      const { operation = '', errors } = verdict
      operations.add(operation)
      for (const { instancePath: at, keyword, data: value, message } of errors) {
        const exception = findException({ version: description.version, operation, at, keyword, value })
        if (exception) used.add(exception)
        else failures.add(`sent ${operation}: ${at || '/'} ${message}`)
      }
    }
  }
  for (const operation of writing) if (!operations.has(operation)) failures.add(`${operation}: no case makes a route send it`)
  return { requests: sent.length, operations, failures }
}

async function main(path: string | undefined): Promise<void> {
  if (!path) throw new Error('Pass the path of the description: npm run check:openapi -- path/to/api.intercom.io.yaml')
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Error(
      `There is no file ${path}. Intercom publishes its descriptions at https://github.com/intercom/Intercom-OpenAPI.`,
    )
  })
  const description = readDescription(text)
  const result = await check(description)
  const sent = await checkSent(description, result.used)
  for (const name of description.missing) {
    console.log(`not checked, the description refers to a schema and does not have it: ${name}`)
  }
  for (const { reason } of result.used) console.log(`allowed: ${reason}`)
  const walked = (operation: string) => result.operations.has(operation) || result.notChecked.has(operation)
  for (const { method, path: template } of endpoints) {
    const operation = `${method} ${template}`
    if (!walked(operation)) result.failures.add(`${operation}: the walk never called it`)
  }
  for (const operation of result.notChecked) console.log(`not checked, the description does not have it: ${operation}`)
  for (const failure of result.failures) console.log(failure)
  const { responses, operations, failures } = result
  console.log(`${responses} responses of ${operations.size} operations checked, ${failures.size} failed`)
  for (const failure of sent.failures) console.log(failure)
  console.log(`${sent.requests} requests for ${sent.operations.size} operations checked, ${sent.failures.size} failed`)
  if (failures.size + sent.failures.size > 0) process.exitCode = 1
}

await main(process.argv[2]).catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
