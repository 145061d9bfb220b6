/** A real Redis for tests that need one: started, killed and started again at the same address. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once as happens } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from 'redis'

/** Whether redis-server is installed. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0
if (!hasRedis) console.warn('Skipped: redis-server is not installed, so nothing is tried on a real Redis.')

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await happens(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await happens(server, 'close')
  return port
}

/** A Redis of a test's own. */
export interface RedisServer {
  url: string
  /** Starts it, with further options of `redis-server`. */
  start: (...options: string[]) => Promise<void>
  /** Stops it from responding, with every connection open (SIGSTOP). */
  hang: () => void
  /** Lets it respond again. */
  resume: () => void
  /** Sends one command. */
  command: (...command: string[]) => Promise<unknown>
  /** Ends it as a crash does. */
  kill: () => Promise<void>
  /** Loses what it has written. */
  wipe: () => void
  /** Kills it, and removes its files. */
  remove: () => Promise<void>
}

async function answers(url: string): Promise<boolean> {
  const probe = createClient({ url, socket: { reconnectStrategy: false } })
  probe.on('error', () => {})
  try {
    await probe.connect()
    await probe.ping()
    await probe.close()
    return true
  } catch {
    return false
  }
}

/** A port that accepts connections and never responds. */
export async function blackHole(): Promise<{ url: string; close: () => void }> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => void sockets.add(socket.on('error', () => {}))).listen(0, '127.0.0.1')
  await happens(server, 'listening')
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

/** Makes one that writes down each change at once, so that it has everything again after it was killed. */
export async function redisServer(): Promise<RedisServer> {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'redis-'))
  const url = `redis://127.0.0.1:${port}`
  let server: ChildProcess | undefined
  const kill = async () => {
    if (server?.exitCode !== null || server.signalCode !== null) return
    server.kill('SIGKILL')
    await happens(server, 'exit')
  }
  return {
    url,
    async start(...more) {
      const options = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '', ...more]
      server = spawn('redis-server', [...options, '--appendonly', 'yes', '--appendfsync', 'always'], { stdio: 'ignore' })
      while (!(await answers(url))) await new Promise((resolve) => setTimeout(resolve, 50))
    },
    hang: () => void server?.kill('SIGSTOP'),
    resume: () => void server?.kill('SIGCONT'),
    async command(...command) {
      const client = createClient({ url, socket: { reconnectStrategy: false } })
      client.on('error', () => {})
      await client.connect()
      try {
        return await client.sendCommand(command)
      } finally {
        client.destroy()
      }
    },
    kill,
    wipe: () => rmSync(join(folder, 'appendonlydir'), { recursive: true, force: true }),
    async remove() {
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
