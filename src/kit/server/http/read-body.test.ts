import { expect, test, vi } from 'vitest'
import { readRequest, readText } from '@/kit/server/http/read-body'

const bytes = (text: string) => new TextEncoder().encode(text)

function createStream(chunks: Uint8Array[], cancel = () => {}): ReadableStream<Uint8Array> {
  const left = [...chunks]
  return new ReadableStream({
    pull(controller) {
      const chunk = left.shift()
      if (chunk) controller.enqueue(chunk)
      else controller.close()
    },
    cancel,
  })
}

test('reads no body as an empty string', async () => {
  expect(await readText(null, 10)).toBe('')
  expect(await readText(createStream([]), 10)).toBe('')
})

test('joins characters across chunks', async () => {
  const [euro] = [bytes('a€b')]
  expect(await readText(createStream([euro.slice(0, 2), euro.slice(2, 3), euro.slice(3)]), 10)).toBe('a€b')
})

test('accepts a body of exactly the limit', async () => {
  expect(await readText(createStream([bytes('12345'), bytes('67890')]), 10)).toBe('1234567890')
  expect(await readText(createStream([bytes('12345'), bytes('678901')]), 10)).toBeNull()
  expect(await readText(createStream([bytes('€€€€')]), 11)).toBeNull()
})

test('stops an endless stream', async () => {
  const cancel = vi.fn()
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(bytes('x'.repeat(100))),
    cancel,
  })
  expect(await readText(endless, 1000)).toBeNull()
  expect(cancel).toHaveBeenCalledOnce()
})

test('fails if the stream fails', async () => {
  const broken = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new Error('cut')) })
  await expect(readText(broken, 10)).rejects.toThrow('cut')
})

test('reads a request in a browser without Request.body', async () => {
  const send = (init?: RequestInit) => Object.defineProperty(new Request('https://app.example', init), 'body', { value: undefined })
  const post = { method: 'POST', body: '{"a":"€"}' }
  expect(await readRequest(send(post), 11)).toEqual(bytes(post.body))
  expect(await readRequest(send(post), 10)).toBeNull()
  expect(await readRequest(send(), 10)).toEqual(new Uint8Array())
})
