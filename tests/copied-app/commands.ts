/** Programs that the proof runs, with what they print kept. */
import { spawn, type ChildProcess } from 'node:child_process'
import { delimiter, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** How a program is run. */
export interface CommandOptions {
  /** The folder that it runs in. */
  cwd: string
  /** Added to the environment. */
  env?: Record<string, string>
  /** What it reads; without it there is nothing to read. */
  input?: string
  /** Seconds that it may take. Default 180. */
  patience?: number
}

/** What a program has done. */
export interface Outcome {
  /** Null where it was ended. */
  code: number | null
  /** What it has printed, without colours. */
  output: string
}

/** A server that runs. */
export interface RunningServer {
  address: string
  /** What it has printed until now. */
  output: () => string
  stop: () => Promise<void>
}

/**
 * What a terminal of a developer would not have: the settings of this project, what npm tells its scripts, and the `CI` of
 * a build server, with which Next.js warns that it found no cache.
 */
const foreign = /^(?:npm_(?:lifecycle|package)_|npm_config_(?:local_)?prefix$|INTERCOM_|REGISTRY_|NODE_ENV$|NODE_OPTIONS$|VITE|CI$)/

/** The package managers that the tool calls. */
const managers = fileURLToPath(new URL('node_modules/.bin', import.meta.url))

function environment(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !foreign.test(name))
  const path = [dirname(process.execPath), managers, process.env.PATH].join(delimiter)
  return { ...Object.fromEntries(own), NEXT_TELEMETRY_DISABLED: '1', ...more, PATH: path, NODE_ENV: undefined } as NodeJS.ProcessEnv
}

const living = new Set<ChildProcess>()

// Nothing outlives the proof, however it ends.
process.on('exit', () => living.forEach(end))

function begin(program: string, args: string[], { cwd, env, input }: CommandOptions): { child: ChildProcess; output: () => string } {
  // A group of its own, so that what it starts ends with it.
  const child = spawn(program, args, {
    cwd,
    env: environment(env),
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  })
  living.add(child)
  child.on('close', () => living.delete(child))
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (text += chunk))
  if (input !== undefined) child.stdin?.end(input)
  return { child, output: () => text.replace(/\u001B\[[0-9;?]*[A-Za-z]/g, '') }
}

function end(child: ChildProcess): void {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill()
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It was quicker.
  }
}

/** Runs a script with this Node until it ends, or its time is up. */
export function run(args: string[], options: CommandOptions): Promise<Outcome> {
  return runProgram(process.execPath, args, options)
}

/** Runs a program until it ends, or its time is up. */
export function runProgram(program: string, args: string[], options: CommandOptions): Promise<Outcome> {
  const { child, output } = begin(program, args, options)
  return new Promise((resolve, reject) => {
    const timer = setTimeout(end, (options.patience ?? 180) * 1000, child)
    child.on('error', reject)
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve({ code, output: output() })
    })
  })
}

/**
 * Starts a server with this Node.
 *
 * @returns once it answers
 * @throws Error with what it printed, where it ends or does not answer in time
 */
export async function serve(args: string[], address: string, options: CommandOptions): Promise<RunningServer> {
  const { child, output } = begin(process.execPath, args, options)
  const stop = () =>
    new Promise<void>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve()
      child.on('close', () => resolve())
      end(child)
    })
  const until = Date.now() + (options.patience ?? 60) * 1000
  while (Date.now() < until && child.exitCode === null) {
    const answered = await fetch(address, { signal: AbortSignal.timeout(20_000) }).then(() => true, () => false)
    if (answered) return { address, output, stop }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await stop()
  throw new Error(`The server did not answer at ${address}:\n${output()}`)
}
