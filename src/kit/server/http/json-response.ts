/** Answers of the routes: JSON about somebody's support, which no cache may keep and no browser may take for a page. */

const headers = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'private, no-store',
  'x-content-type-options': 'nosniff',
  vary: 'Sec-Fetch-Site, Origin, Cookie, Authorization',
}

/**
 * Answers with JSON.
 *
 * @param status the HTTP status
 * @param data what to send; undefined sends no body
 * @param more further headers
 */
export function toJsonResponse(status: number, data: unknown, more: Record<string, string> = {}): Response {
  const body = data === undefined ? null : JSON.stringify(data)
  return new Response(body, { status, headers: { ...headers, ...more } })
}
