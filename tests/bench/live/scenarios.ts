/** Scenarios of `npm run bench:live`: processes to start, streams to open, webhooks to send, and disturbances on the way. */
import { type ChildProcess, fork, spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { startRedis } from '../../live/redis-server.ts'
import type { LiveFindings } from './report.ts'
import { now, type Command, type PagesReport, type Sent } from './pages.ts'

const SECRET = 'client-secret-of-the-benchmark-of-live-updates'
const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const getPath = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** Serves an Intercom that knows every customer: `c7` has the contact id `c7`. */
async function serveContacts(): Promise<{ address: string; close: () => void }> {
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk) => (text += chunk)).on('end', () => {
      const { value } = JSON.parse(text).query
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ type: 'list', data: [{ type: 'contact', id: value, external_id: value, role: 'user' }] }))
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() }
}

interface Instance {
  child: ChildProcess
  port: number
}

async function startInstance(intercom: string, redis: string | undefined): Promise<Instance> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--expose-gc', getPath('instance.ts')], {
    env: {
      ...process.env, NODE_ENV: 'production', INTERCOM_ACCESS_TOKEN: 'bench', INTERCOM_MOCK_ORIGIN: intercom,
      INTERCOM_CLIENT_SECRET: SECRET, ...(redis && { REDIS_URL: redis }),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  child.stdout!.on('data', (data: Buffer) => (printed += data))
  while (!/port \d+/.test(printed)) await sleep(50)
  return { child, port: Number(/port (\d+)/.exec(printed)![1]) }
}

interface Measured {
  rss: number
  heap: number
  cpu: number
}

async function measure({ port }: Instance): Promise<Measured> {
  return (await fetch(`http://127.0.0.1:${port}/measure`)).json() as Promise<Measured>
}

/** Starts the process with the pages. */
function startPages() {
  const child = fork(getPath('pages.ts'), { execArgv: ['--disable-warning=ExperimentalWarning'], serialization: 'advanced' })
  return {
    async ask(command: Command): Promise<unknown> {
      child.send(command)
      const [answer] = await once(child, 'message')
      return answer
    },
    stop: () => child.kill(),
  }
}

/** Sends a webhook until the app accepts it. Intercom waits a minute before it delivers again; here it is half a second. */
async function deliver(id: number, customer: string, getPort: () => number): Promise<void> {
  const body = JSON.stringify({
    type: 'notification_event', id: `notif_${id}`, topic: 'conversation.user.replied', app_id: 'bench', created_at: Math.floor(id / 1e6),
    data: { type: 'notification_event_data', item: { type: 'conversation', id: String(id), contacts: { contacts: [{ type: 'contact', id: customer }] } } },
  })
  const signature = createHmac('sha1', SECRET).update(body).digest('hex')
  const headers = { 'content-type': 'application/json', 'x-hub-signature': `sha1=${signature}` }
  for (;;) {
    const response = await fetch(`http://127.0.0.1:${getPort()}/api/intercom/webhook`, { method: 'POST', headers, body }).catch(() => null)
    await response?.arrayBuffer()
    if (response?.ok) return
    await sleep(500)
  }
}

interface Scenario {
  agents: number
  customers: number
  /** Webhooks per second, and seconds of sending. */
  rate: number
  seconds: number
  instances?: number
  hasRedis?: boolean
  /** Milliseconds for the 99th percentile; `null` without a goal, because the scenario disturbs connections. */
  limit: number | null
  disturb?: (stage: { redis: Awaited<ReturnType<typeof startRedis>>; instances: Instance[] }) => Promise<void>
}

/** Finds a quantile of a sorted list. */
const quantile = (sorted: readonly number[], share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0

export async function runScenario(name: string, scenario: Scenario): Promise<LiveFindings> {
  const { agents, customers, rate, seconds, limit } = scenario
  const streams = agents + customers
  const load = loadavg()[0]!
  const intercom = await serveContacts()
  const redis = scenario.hasRedis ? await startRedis() : undefined
  await redis?.start()
  const instances = await Promise.all(Array.from({ length: scenario.instances ?? 1 }, () => startInstance(intercom.address, redis?.url)))
  const living = [...instances]
  const pages = startPages()
  try {
    const isAlive = ({ child }: Instance) => child.exitCode === null && child.signalCode === null
    let turn = 0
    const getPort = () => {
      const alive = living.filter(isAlive)
      return alive[(turn += 1) % alive.length]!.port
    }
    const send = async (count: number): Promise<Sent[]> => {
      const sent: Sent[] = []
      const deliveries: Promise<void>[] = []
      const start = performance.now()
      for (let index = 0; index < count; index += 1) {
        await sleep(start + (index * 1000) / rate - performance.now())
        const customer = `c${1 + (index % Math.max(1, Math.floor(customers / 10)))}`
        const id = now()
        sent.push({ id, customer })
        deliveries.push(deliver(id, customer, getPort))
      }
      await Promise.all(deliveries)
      return sent
    }
    // The first requests compile the code.
    await send(20)
    const before = await Promise.all(instances.map(measure))
    await pages.ask({ do: 'open', ports: instances.map(({ port }) => port), agents, customers })
    await sleep(2000)
    const opened = await Promise.all(instances.map(measure))
    const disturbing = scenario.disturb?.({ redis: redis!, instances })
    const sent = await send(rate * seconds)
    await disturbing
    await sleep(scenario.disturb ? 8000 : 2000)
    const after = await Promise.all(living.filter(isAlive).map(measure))
    const report = (await pages.ask({ do: 'report', sent })) as PagesReport
    const total = (all: readonly Measured[], key: keyof Measured) => all.reduce((sum, one) => sum + one[key], 0)
    const grown = (key: 'rss' | 'heap') => (total(opened, key) - total(before, key)) / streams / 1000
    const [p50, p99] = [quantile(report.delays, 0.5), quantile(report.delays, 0.99)]
    // The process may reuse memory of its start, so that it grows by less than the streams need.
    const kilobytes = Math.max(grown('rss'), grown('heap'))
    const spent = scenario.disturb ? null : total(after, 'cpu') - total(opened, 'cpu')
    return {
      name, streams, rate, webhooks: sent.length, delivered: report.delivered, p50, p99, worst: report.delays.at(-1) ?? 0, kilobytes, heap: grown('heap'),
      cpu: spent && spent / seconds / 10, cost: spent && spent / sent.length,
      missed: report.missed, twice: report.twice, reconnects: report.reconnects, hinted: report.hinted, resyncs: report.resyncs, load,
      goals: [
        ...(limit === null ? [] : [{ what: `live updates, ${name}: p99 of the delay`, limit, figure: p99, unit: ' ms' }]),
        { what: `live updates, ${name}: memory a stream`, limit: 30, figure: kilobytes, unit: ' kB' },
        { what: `live updates, ${name}: changes missed`, limit: 0, figure: report.missed, unit: '' },
        { what: `live updates, ${name}: changes delivered twice to a page`, limit: 0, figure: report.twice, unit: '' },
      ],
    }
  } finally {
    pages.stop()
    for (const { child } of instances) child.kill('SIGKILL')
    await redis?.remove()
    intercom.close()
  }
}

/** Scenarios by name, each with a quarter of customers. */
export const scenarios: Record<string, () => Promise<LiveFindings>> = {
  '2000': () => runScenario('2,000 streams, 10 webhooks a second', { agents: 1500, customers: 500, rate: 10, seconds: 30, limit: 150 }),
  '5000': () => runScenario('5,000 streams, 4 webhooks a second', { agents: 3750, customers: 1250, rate: 4, seconds: 30, limit: 250 }),
  two: () => runScenario('two instances on one Redis, 1,000 streams each', {
    agents: 1500, customers: 500, rate: 4, seconds: 45, instances: 2, hasRedis: true, limit: null,
    async disturb({ redis, instances }) {
      await sleep(10_000)
      await redis.kill()
      await sleep(1000)
      await redis.start()
      await sleep(14_000)
      instances[1]!.child.kill('SIGTERM')
    },
  }),
}
