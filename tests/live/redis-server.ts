/** Runs a real Redis for tests that kill and restart it at the same address. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once as happens } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from 'redis'

/** Whether redis-server is installed. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0
if (!hasRedis) console.warn('Skipped: tests on a real Redis. Install redis-server to run them.')

/** Finds a free port. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await happens(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await happens(server, 'close')
  return port
}

export interface RedisServer {
  url: string
  /** Starts it, with further options of `redis-server`. */
  start: (...options: string[]) => Promise<void>
  /** Stops it from responding and keeps every connection open (SIGSTOP). */
  hang: () => void
  /** Lets it respond again (SIGCONT). */
  resume: () => void
  command: (...command: string[]) => Promise<unknown>
  /** Kills the process like a crash does. */
  kill: () => Promise<void>
  /** Deletes the data on disk. */
  wipe: () => void
  /** Kills the process and removes its files. */
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

/** Opens a port that accepts connections and never responds. */
export async function startBlackHole(): Promise<{ url: string; close: () => void }> {
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

/** Starts a Redis that writes each change to disk at once, so that its data survives `kill`. */
export async function startRedis(): Promise<RedisServer> {
  const port = await findFreePort()
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
