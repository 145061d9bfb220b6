import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { createIntercom } from './intercom.ts'
import { readSettings, serveIntercom } from './server.ts'

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

async function serve() {
  const intercom = createIntercom()
  const { server, address } = await serveIntercom(intercom, 0)
  stops.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return { intercom, address }
}

const headers = { Authorization: 'Bearer good' }

/** Runs the script like `npm run mock:intercom`. */
function run(...args: string[]) {
  const script = fileURLToPath(new URL('./server.ts', import.meta.url))
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args])
  stops.push(() => child.kill())
  let output = ''
  let errors = ''
  child.stdout.on('data', (chunk) => (output += chunk))
  child.stderr.on('data', (chunk) => (errors += chunk))
  return { child, output: () => output, errors: () => errors }
}

describe('the server', () => {
  it('listens on the loopback address only', async () => {
    const { intercom, address } = await serve()
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    const body = JSON.stringify({ name: 'Ünïcode' })
    const response = await fetch(`${address}/tags`, { method: 'POST', headers, body })
    expect(await response.json()).toMatchObject({ type: 'tag', name: 'Ünïcode' })
    expect(intercom.requests[0]).toMatchObject({ method: 'POST', path: '/tags', body: { name: 'Ünïcode' } })
  })

  it('serves avatars', async () => {
    const { address } = await serve()
    expect((await fetch(`${address}/avatars/maya/square_128.svg`)).headers.get('Content-Type')).toBe('image/svg+xml')
  })

  it('replaces the hosts of assets in responses', async () => {
    const { intercom, address } = await serve()
    const pages = await Promise.all(
      ['/admins', '/contacts?per_page=150', ...intercom.workspace.conversations.map(({ id }) => `/conversations/${id}`)]
        .map(async (path) => (await fetch(address + path, { headers })).text()))
    expect(pages.join()).toContain(`${address}/avatars/`)
    expect(pages.join()).toContain(`${address}/i/o/`)
    expect(pages.join()).not.toMatch(/static\.intercomassets\.com|downloads\.intercomcdn\.com/)
  })

  it.each(['offline', 'conn-reset', 'truncated-stream'] as const)('breaks the connection for %s', async (id) => {
    const { intercom, address } = await serve()
    intercom.setFault(id)
    const answer = fetch(`${address}/conversations`, { headers }).then((response) => response.text())
    await expect(answer).rejects.toThrow()
    intercom.setFault(null)
    expect((await fetch(`${address}/me`, { headers })).status).toBe(200)
  })

  it('drops a pending request when the caller aborts', async () => {
    const { intercom, address } = await serve()
    intercom.setFault({ id: 'never', times: 1 })
    await expect(fetch(`${address}/me`, { headers, signal: AbortSignal.timeout(50) })).rejects.toThrow()
    expect((await fetch(`${address}/me`, { headers })).status).toBe(200)
  })
})

describe('the command line', () => {
  it('reads options and fills in defaults', () => {
    expect(readSettings([])).toEqual({ port: 4010, fault: null, conversations: null, fixedClock: false })
    expect(readSettings(['--port', '0', '--fault', '429-reset', '--conversations', '50', '--fixed-clock']))
      .toEqual({ port: 0, fault: '429-reset', conversations: 50, fixedClock: true })
  })

  it.each([
    [['--port', 'x'], '--port must be a whole number from 0 to 65535'],
    [['--port', '70000'], '--port must be'],
    [['--conversations', '-1'], 'conversations'],
    [['--fault', 'nonsense'], 'Unknown fault "nonsense". Use one of: 204, 401'],
    [['--prot', '1'], 'Options: --port 4010'],
    [['4010'], 'Options:'],
  ])('rejects %j', (args, message) => {
    expect(() => readSettings(args)).toThrow(message)
  })

  it('prints its address in one line', async () => {
    const { child, output } = run('--port', '0', '--conversations', '60')
    await once(child.stdout, 'data')
    const address = /^Mocked Intercom listening on (http:\S+)\n$/.exec(output())?.[1]
    const list = (await (await fetch(`${address}/conversations`, { headers })).json()) as { total_count: number }
    expect(list.total_count).toBe(60)
    expect(output().split('\n')).toHaveLength(2)
  })

  it('exits with a hint when the port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    stops.push(() => other.close())
    await once(other, 'listening')
    const { child, output, errors } = run('--port', String((other.address() as AddressInfo).port))
    const [code] = (await once(child, 'close')) as [number]
    expect([code, output()]).toEqual([1, ''])
    expect(errors()).toContain('Choose another port with --port')
  })
})
