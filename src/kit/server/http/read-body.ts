export function join(chunks: Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size)
  let end = 0
  for (const chunk of chunks) {
    bytes.set(chunk, end)
    end += chunk.byteLength
  }
  return bytes
}

/** Returns `null` above `limit` bytes. Counts received bytes, because `Content-Length` can be wrong or of a compressed body. */
export async function readBytes(
  body: ReadableStream<Uint8Array> | null,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!body) return new Uint8Array()
  const reader = body.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return join(chunks, size)
    size += value.byteLength
    if (size > limit) {
      reader.cancel().catch(() => {})
      return null
    }
    chunks.push(value)
  }
}

export async function readText(body: ReadableStream<Uint8Array> | null, limit: number): Promise<string | null> {
  const bytes = await readBytes(body, limit)
  // Decoding once is faster than decoding each chunk.
  return bytes && new TextDecoder().decode(bytes)
}

/** Reads the body of a request. Firefox has no `Request.body`: the limit then applies to the whole body. */
export async function readRequest(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const { body } = request as { body?: Request['body'] }
  return readBytes(body === undefined ? (await request.blob()).stream() : body, limit)
}
