import { join } from '../http/read-body.ts'

export interface JsonLimits {
  /** Longer strings are cut, unless the text is {@link SMALL}. */
  string: number
  /** Above this size, long strings are cut to {@link SHORTENED} bytes, first ones first. */
  total: number
}

/** Last character of a cut string. Intercom's texts never have it. */
export const CUT = '\u0000'

/** Bytes of a string after shortening: at least 500 characters, escaped or not. */
export const SHORTENED = 3 * 1024
const MAX_READ = 256 * 1024 * 1024

/** Bytes up to which a text is parsed as it is, because looking at each of its strings takes longer than parsing it. */
const SMALL = 256 * 1024

interface Span {
  start: number
  end: number
}

const QUOTE = 0x22
const BACKSLASH = 0x5c

const quote = Uint8Array.of(QUOTE)
const cut = new TextEncoder().encode(JSON.stringify(CUT).slice(1, -1))

/** Finds a place to cut a string, at most `max` bytes after its start and not inside an escape or a UTF-8 sequence. */
function findCut(bytes: Uint8Array, start: number, max: number): number {
  let end = start + max
  while (end > start && (bytes[end]! & 0xc0) === 0x80) end -= 1
  for (let at = end - 1; at >= start && at >= end - 6; at -= 1) {
    if (bytes[at] !== BACKSLASH) continue
    let first = at
    while (first > start && bytes[first - 1] === BACKSLASH) first -= 1
    return (at - first) % 2 === 0 ? at : end
  }
  return end
}

/** Collects a JSON text up to a limit. Cuts long strings, first those of old parts, which a conversation lists first. */
class LimitedJson {
  readonly #limits: JsonLimits
  #bytes = new Uint8Array(64 * 1024)
  #end = 0
  #isInString = false
  #isEscaped = false
  #stringStart = 0
  #long: Span[] = []

  constructor(limits: JsonLimits) {
    this.#limits = limits
  }

  /** Returns `false` when the limit is exceeded. */
  write(chunk: Uint8Array): boolean {
    for (let at = 0; at < chunk.length; ) {
      const end = this.#isInString ? this.#findStringEnd(chunk, at) : chunk.indexOf(QUOTE, at)
      const isFound = end >= 0 && end < chunk.length
      const piece = chunk.subarray(at, isFound ? end : chunk.length)
      // A few bytes over the limit show that the string is too long.
      const room = this.#isInString ? this.#limits.string + 8 - (this.#end - this.#stringStart) : piece.length
      this.#append(piece.length > room ? piece.subarray(0, Math.max(0, room)) : piece)
      if (isFound) this.#quote()
      at += piece.length + (isFound ? 1 : 0)
    }
    return this.#end <= 3 * this.#limits.total
  }

  finish(): string | null {
    this.#shorten()
    return this.#end <= 3 * this.#limits.total ? new TextDecoder().decode(this.#bytes.subarray(0, this.#end)) : null
  }

  #findStringEnd(chunk: Uint8Array, start: number): number {
    const { length } = chunk
    let at = this.#isEscaped ? start + 1 : start
    for (; at < length; at += 1) {
      const byte = chunk[at]
      if (byte === QUOTE) return at
      if (byte === BACKSLASH) at += 1
    }
    this.#isEscaped = at > length
    return -1
  }

  #append(piece: Uint8Array): void {
    const end = this.#end + piece.length
    if (end > this.#bytes.length) {
      const bytes = new Uint8Array(Math.max(end, 4 * this.#bytes.length))
      bytes.set(this.#bytes.subarray(0, this.#end))
      this.#bytes = bytes
    }
    this.#bytes.set(piece, this.#end)
    this.#end = end
  }

  #quote(): void {
    if (this.#isInString) this.#endString()
    this.#append(quote)
    this.#isInString = !this.#isInString
    this.#isEscaped = false
    this.#stringStart = this.#end
    if (!this.#isInString && this.#end > 1.5 * this.#limits.total) this.#shorten()
  }

  #endString(): void {
    const start = this.#stringStart
    if (this.#end - start > this.#limits.string) {
      this.#end = findCut(this.#bytes, start, this.#limits.string)
      this.#append(cut)
    }
    if (this.#end - start > SHORTENED + cut.length) this.#long.push({ start, end: this.#end })
  }

  #shorten(): void {
    let excess = this.#end - this.#limits.total
    if (excess <= 0) return
    const bytes = this.#bytes
    let from = 0
    let to = 0
    const move = (end: number) => {
      bytes.copyWithin(to, from, end)
      to += end - from
      from = end
    }
    const kept: Span[] = []
    for (const { start, end } of this.#long) {
      if (excess <= 0) {
        kept.push({ start: start - (from - to), end: end - (from - to) })
        continue
      }
      move(findCut(bytes, start, SHORTENED))
      bytes.set(cut, to)
      to += cut.length
      from = end
      excess = this.#end - this.#limits.total - (from - to)
    }
    move(this.#end)
    this.#end = to
    this.#long = kept
  }
}

/** Reads JSON in limited memory. Cut strings of large texts end with {@link CUT}. Returns `null` if the structure alone is too long. */
export async function readLimitedJson(body: ReadableStream<Uint8Array> | null, limits: JsonLimits): Promise<string | null> {
  if (!body) return ''
  const reader = body.getReader()
  const chunks: Uint8Array[] = []
  let json: LimitedJson | undefined
  for (let size = 0; ; ) {
    const { done, value } = await reader.read()
    if (done) return json ? json.finish() : new TextDecoder().decode(join(chunks, size))
    size += value.byteLength
    chunks.push(value)
    if (size <= SMALL) continue
    json ??= new LimitedJson(limits)
    if (size > MAX_READ || !chunks.splice(0).every((chunk) => json!.write(chunk))) {
      reader.cancel().catch(() => {})
      return null
    }
  }
}

export function limitJson(bytes: Uint8Array, limits: JsonLimits): string | null {
  if (bytes.length <= SMALL) return new TextDecoder().decode(bytes)
  const json = new LimitedJson(limits)
  return json.write(bytes) ? json.finish() : null
}
