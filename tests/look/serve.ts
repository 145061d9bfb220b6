/** Serves static files like a plain review site does. */
import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
}

/**
 * Serves a folder on a free port.
 * @param base path to mount the folder at, with a slash at both ends
 * @returns its address, and a function that stops it
 */
export async function serveFolder(folder: string, base = '/'): Promise<{ url: string; close: () => void }> {
  const root = normalize(folder)
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const file = join(root, normalize(decodeURIComponent(pathname.slice(base.length)) || 'index.html'))
    if (!pathname.startsWith(base) || !file.startsWith(root) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      // Names of assets contain a hash. A page is opened for each story, so caching loads them once.
      ...(pathname.startsWith(`${base}assets/`) ? { 'cache-control': 'max-age=31536000, immutable' } : {}),
    })
    createReadStream(file).pipe(response)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return { url: `http://127.0.0.1:${address.port}${base}`, close: () => server.close() }
}
