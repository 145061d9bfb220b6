/** Reads a body and stops at a limit. */

function join(chunks: Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size)
  let end = 0
  for (const chunk of chunks) {
    bytes.set(chunk, end)
    end += chunk.byteLength
  }
  return bytes
}

/**
 * Reads a body as it is and stops at a limit. What counts is the bytes that arrive, since `Content-Length` can be absent
 * or wrong, and says nothing of what a compressed body grows to.
 *
 * @param body of a request or a response
 * @param limit in bytes
 * @returns the bytes, or null when there are more of them than the limit allows
 * @throws whatever the stream fails with
 */
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
      // Nobody waits for the other side to agree: the answer is known.
      reader.cancel().catch(() => {})
      return null
    }
    chunks.push(value)
  }
}

/**
 * Reads a body as text, as {@link readBytes} reads its bytes.
 *
 * @returns the text, or null when there is more of it than the limit allows
 * @throws whatever the stream fails with
 */
export async function readText(body: ReadableStream<Uint8Array> | null, limit: number): Promise<string | null> {
  const bytes = await readBytes(body, limit)
  // Everything at once: piece by piece, with a decoder that remembers half a character, costs more.
  return bytes && new TextDecoder().decode(bytes)
}
