/** Bundles small apps for tests of a whole page, serves them, and opens them in a Chromium. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser } from 'playwright'
import { build, defaultClientConditions, type Rolldown } from 'vite'
import { chromiumArgs, ensureChromium } from '../chromium.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Files by name. The entry is `main.js`. */
export type AppFiles = Map<string, string>

/**
 * Bundles an app with the development build of React, whose StrictMode runs effects twice.
 * @param entry path of its module from the project's root
 */
export async function buildApp(entry: string): Promise<AppFiles> {
  const result = (await build({
    root,
    configFile: false,
    logLevel: 'error',
    mode: 'development',
    define: { 'process.env.NODE_ENV': '"development"', 'process.env.NEXT_PUBLIC_INTERCOM_APP_ID': '"abc12345"' },
    resolve: { alias: { '@': `${root}src` }, conditions: ['source', ...defaultClientConditions], dedupe: ['react', 'react-dom'] },
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      rolldownOptions: {
        input: `${root}${entry}`,
        output: { entryFileNames: 'main.js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  })) as Rolldown.RolldownOutput
  return new Map(result.output.map((file) => [file.fileName, 'code' in file ? file.code : String(file.source)]))
}

export interface ServeOptions {
  /** `Content-Security-Policy` header of the page. */
  policy?: string
  /** Nonce of the page's script. */
  nonce?: string
  /**
   * Responds to other requests.
   * @default 404
   */
  answer?: (request: IncomingMessage, response: ServerResponse) => void
}

/** A running server with its address. */
export interface AppServer {
  url: string
  close: () => Promise<void>
}

/** Serves an app. Every path without a dot returns its page. */
export async function serveApp(files: AppFiles, { policy, nonce, answer }: ServeOptions = {}): Promise<AppServer> {
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>App</title></head><body><div id="root"></div><script type="module" src="/main.js"${nonce ? ` nonce="${nonce}"` : ''}></script></body></html>`
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const file = files.get(path.slice(1))
    if (file !== undefined) {
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' }).end(file)
    } else if (request.method === 'GET' && !path.includes('.') && !path.startsWith('/api/')) {
      const headers = { 'content-type': 'text/html; charset=utf-8', ...(policy && { 'content-security-policy': policy }) }
      response.writeHead(200, headers).end(page)
    } else if (answer) {
      answer(request, response)
    } else {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Launches a Chromium for a test file. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: await ensureChromium(), args: chromiumArgs })
}
