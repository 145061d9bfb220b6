/** Asks the MCP endpoint of a running Storybook, as an assistant does. */
import { spawn, type ChildProcess } from 'node:child_process'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { findFreePort } from '../free-port.ts'

let storybook: ChildProcess
let address = ''
let output = ''

/** Sends a JSON-RPC request. The endpoint responds with JSON or with one server-sent event. */
async function call(method: string, params: object = {}): Promise<{ tools?: { name: string }[]; content?: { text: string }[] }> {
  const response = await fetch(`${address}/mcp`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  })
  const text = await response.text()
  const { result, error } = JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? text)
  if (error) throw new Error(`${method}: ${JSON.stringify(error)}`)
  return result
}

const askTool = async (name: string, args: object = {}) => (await call('tools/call', { name, arguments: args })).content?.[0]?.text ?? ''

beforeAll(async () => {
  const port = await findFreePort()
  address = `http://localhost:${port}`
  storybook = spawn(process.execPath, ['node_modules/storybook/dist/bin/dispatcher.js', 'dev', '--ci', '--exact-port', '--port', String(port)])
  for (const stream of [storybook.stdout, storybook.stderr]) stream?.on('data', (data) => (output += data))
  const end = Date.now() + 180_000
  while (!(await fetch(`${address}/index.json`).then((response) => response.ok, () => false))) {
    if (Date.now() > end || storybook.exitCode !== null) throw new Error(`Storybook did not start:\n${output}`)
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  await call('initialize', { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1.0.0' } })
}, 200_000)
afterAll(() => storybook?.kill())

it('lists the components', async () => {
  const names = (await call('tools/list')).tools?.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['docs-list', 'docs-show']))
  const list = await askTool('docs-list')
  for (const name of ['HelpButton', 'ConversationList', 'SupportInbox']) expect(list).toContain(name)
}, 120_000)

it('returns the documentation of a component with its props', async () => {
  const id = /\((messenger-helpbutton)\)/.exec(await askTool('docs-list'))?.[1]
  const page = await askTool('docs-show', { id: id ?? 'messenger-helpbutton' })
  expect(page).toContain('HelpButton')
  expect(page).toContain('fallback')
}, 120_000)
