/** Runs programs and keeps their output. */
import { spawn, type ChildProcess } from 'node:child_process'
import { delimiter, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface CommandOptions {
  /** Working directory. */
  cwd: string
  /** Additional environment variables. */
  env?: Record<string, string>
  /** Standard input. Empty by default. */
  input?: string
  /**
   * Time-out in seconds.
   * @default 180
   */
  patience?: number
}

/** Result of a program. */
export interface Outcome {
  /** Exit code, or `null` if it was killed. */
  code: number | null
  /** Output without colours. */
  output: string
}

/** A running server and its output. */
export interface RunningServer {
  address: string
  /** Returns the output so far. */
  output: () => string
  stop: () => Promise<void>
}

/**
 * Environment variables that a developer's terminal lacks: this project's settings, npm's variables for scripts, and
 * `CI`, with which Next.js warns about a missing cache.
 */
const foreign = /^(?:npm_(?:lifecycle|package)_|npm_config_(?:local_)?prefix$|INTERCOM_|REGISTRY_|NODE_ENV$|NODE_OPTIONS$|VITE|CI$)/

/** Path of the package managers that the tool calls. */
const managers = fileURLToPath(new URL('node_modules/.bin', import.meta.url))

function environment(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !foreign.test(name))
  const path = [dirname(process.execPath), managers, process.env.PATH].join(delimiter)
  return { ...Object.fromEntries(own), NEXT_TELEMETRY_DISABLED: '1', ...more, PATH: path, NODE_ENV: undefined } as NodeJS.ProcessEnv
}

const living = new Set<ChildProcess>()

// Stops every child process at exit.
process.on('exit', () => living.forEach(end))

function begin(program: string, args: string[], { cwd, env, input }: CommandOptions): { child: ChildProcess; output: () => string } {
  // A process group, so that its children stop with it.
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
    // The process had already exited.
  }
}

/** Runs a script with this Node until it exits or times out. */
export function run(args: string[], options: CommandOptions): Promise<Outcome> {
  return runProgram(process.execPath, args, options)
}

/** Runs a program until it exits or times out. */
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
 * @returns once it responds
 * @throws Error with its output if it exits or does not respond in time
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
  throw new Error(`The server did not respond at ${address}:\n${output()}`)
}
