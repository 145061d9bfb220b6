const headers = {
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'private, no-store',
  'x-content-type-options': 'nosniff',
  vary: 'Sec-Fetch-Site, Origin, Cookie, Authorization',
}

export function toJsonResponse(status: number, data: unknown, more: Record<string, string> = {}): Response {
  const body = data === undefined ? null : JSON.stringify(data)
  return new Response(body, { status, headers: { ...headers, ...more } })
}
