import * as fc from 'fast-check'
import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  contactBodySchema, conversationActionSchema, conversationsQuerySchema, errorResponseSchema, eventsBodySchema, noteBodySchema,
  replyBodySchema,
} from '../../src/kit/contracts/index.ts'
import { ApiError } from '../../src/kit/server/http/errors.ts'
import { fromHex, toHex } from '../../src/kit/server/hmac.ts'
import { parse, parseQuery } from '../../src/kit/server/http/request-input.ts'
import { parseRichText } from '../../src/kit/rich-text/parse-rich-text.ts'
import { isSignedByIntercom } from '../../src/kit/server/live/webhook-signature.ts'

/** Runs a function and catches ApiError only. */
function catchRefusal<T>(run: () => T): { value: T } | { error: ApiError } {
  try {
    return { value: run() }
  } catch (thrown) {
    if (thrown instanceof ApiError) return { error: thrown }
    throw thrown
  }
}

describe('input', () => {
  const schemas = {
    contactBodySchema, conversationActionSchema, conversationsQuerySchema, eventsBodySchema, noteBodySchema, replyBodySchema,
  }

  test.each(Object.entries(schemas))('parses any value of %s without throwing, and accepts its own output', (_, schema) => {
    fc.assert(fc.property(fc.oneof(fc.jsonValue(), fc.object(), fc.anything()), (value) => {
      const result = catchRefusal(() => parse(schema as never, value, 'body'))
      if ('value' in result) expect(parse(schema as never, result.value, 'body')).toEqual(result.value)
      else expect(result.error).toMatchObject({ code: 'invalid_request', status: 400 })
    }), { numRuns: 2000 })
  })

  test('accepts files and allowed addresses, and refuses others by name', () => {
    const piece = fc.oneof(fc.constantFrom('..', '/', '\\', '.', ':', '@', '#', '?', '\u202E', '\u0000', '\n', 'a', 'https://', 'files.example', '=', 'AAAA', 'ü'), fc.string())
    const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))
    const file = fc.record({ name: text, content_type: fc.oneof(fc.constant('image/png'), text), data: fc.oneof(fc.base64String(), text) })
    const body = fc.record({
      message_type: fc.constant('comment'),
      body: text,
      attachment_urls: fc.array(fc.oneof(fc.webUrl({ validSchemes: ['https'] }), text.map((rest) => `https://${rest}`)), { maxLength: 3 }),
      attachment_files: fc.array(file, { maxLength: 2 }),
    })
    fc.assert(fc.property(body, (value) => {
      const result = catchRefusal(() => parse(replyBodySchema, value, 'body'))
      if ('error' in result) {
        for (const name of Object.keys(result.error.fields ?? {})) expect(name).toMatch(/^(body|attachment_(urls|files)\.\d(\.(name|content_type|data))?)$/)
        return
      }
      for (const url of result.value.attachment_urls ?? []) {
        expect(new URL(url).href).toBe(url)
        expect(url).toMatch(/^https:\/\/[^/@\\\s]+\//)
      }
      for (const { name, data } of result.value.attachment_files ?? []) {
        expect(name).not.toMatch(/[/\\\p{Cc}\u202A-\u202E\u2066-\u2069]|^\.*$/u)
        expect(btoa(atob(data))).toHaveLength(data.length)
      }
    }), { numRuns: 2000 })
  })

  test('echoes a limited part of the input in errors, within the contract', () => {
    fc.assert(fc.property(fc.dictionary(fc.string({ maxLength: 300 }), fc.jsonValue(), { maxKeys: 60 }), (value) => {
      const result = catchRefusal(() => parse(contactBodySchema, value, 'body'))
      if (!('error' in result)) return
      const { message, fields } = result.error
      expect(message.length).toBeLessThan(5000)
      expect(Object.keys(fields ?? {}).length).toBeLessThanOrEqual(20)
      errorResponseSchema.parse({ error: { code: 'invalid_request', message, request_id: '1', fields } })
    }), { numRuns: 500 })
  })

  test('accepts a query or refuses it by the name of a parameter', () => {
    const key = fc.oneof(fc.constantFrom('state', 'assignee', 'q', 'limit', 'sort', 'cursor', 'contact_id'), fc.string())
    fc.assert(fc.property(fc.array(fc.tuple(key, fc.string())), (pairs) => {
      const query = new URLSearchParams(pairs)
      const request = new Request(`https://app.example/x?${query}`)
      const result = catchRefusal(() => parseQuery(conversationsQuerySchema, request))
      if ('error' in result) {
        const names = [...query.keys()].map((name) => name.slice(0, 40))
        for (const name of Object.keys(result.error.fields ?? {})) expect(names).toContain(name)
      } else {
        expect(new Set(query.keys()).size).toBe([...query.keys()].length)
        expect(result.value.limit).toBeGreaterThanOrEqual(1)
        expect(result.value.limit).toBeLessThanOrEqual(50)
      }
    }), { numRuns: 2000 })
  })
})

describe('signature of a webhook', () => {
  const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => Uint8Array.from(array))
  const secret = fc.string({ minLength: 1, maxLength: 60 })
  const signed = (body: Uint8Array, key: string) => `sha1=${createHmac('sha1', key).update(body).digest('hex')}`
  const check = (value: string, body: Uint8Array<ArrayBuffer>, secrets: string[]) =>
    isSignedByIntercom(new Headers({ 'x-hub-signature': value }), body, secrets)

  test('verifies any body with any secret', async () => {
    await fc.assert(fc.asyncProperty(bytes, secret, secret, async (body, right, other) => {
      expect(await check(signed(body, right), body, [right])).toBe(true)
      expect(await check(signed(body, right), body, [other, right])).toBe(true)
      if (other !== right) expect(await check(signed(body, right), body, [other])).toBe(false)
    }), { numRuns: 300 })
  })

  test('fails after any change to the body or the signature', async () => {
    await fc.assert(fc.asyncProperty(
      bytes.filter(({ length }) => length > 0), secret, fc.nat(), fc.integer({ min: 1, max: 255 }), fc.nat(39), fc.string({ minLength: 1, maxLength: 2 }),
      async (body, key, at, by, place, text) => {
        const signature = signed(body, key)
        const changed = Uint8Array.from(body)
        changed[at % body.length] = (changed[at % body.length] ?? 0) ^ by
        expect(await check(signature, changed, [key])).toBe(false)
        const index = 5 + place
        const other = signature.slice(0, index) + text + signature.slice(index + text.length)
        // Skips invalid header values, and those that differ only by trimmed whitespace.
        if (/^[\x21-\x7e]+$/.test(other) && other !== signature) expect(await check(other, body, [key])).toBe(false)
      }), { numRuns: 300 })
  })

  test('accepts exactly the digits of the signature', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      if (!/^[0-9a-f]{40}$/.test(text)) expect(fromHex(text, 20)).toBeNull()
    }))
    fc.assert(fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), (array) => {
      expect(fromHex(toHex(array), 20)).toEqual(Uint8Array.from(array))
    }))
  })
})

describe('rich text', () => {
  type Node = { children?: Node[] }
  const measureDepth = (nodes: Node[]): number => nodes.reduce((most, { children }) => Math.max(most, 1 + measureDepth(children ?? [])), 0)
  const countNodes = (nodes: Node[]): number => nodes.reduce((sum, { children }) => sum + 1 + countNodes(children ?? []), 0)
  const tag = fc.constantFrom('p', 'b', 'a', 'ul', 'li', 'blockquote', 'div', 'table', 'tr', 'td', 'script', 'svg', 'math', 'template', 'x-y')
  const piece = fc.oneof(
    tag.map((name) => `<${name}>`), tag.map((name) => `</${name}>`), fc.string(),
    fc.constantFrom('<!--', '-->', '<![CDATA[', '&lt;', '&#0;', '<', '>', '"', "'", '<a href="javascript:alert(1)">', '<img src=x onerror=alert(1)>'),
  )

  test('limits depth and size for any input', () => {
    fc.assert(fc.property(fc.array(piece, { maxLength: 400 }), (pieces) => {
      const nodes = parseRichText(pieces.join('')) as Node[]
      expect(measureDepth(nodes)).toBeLessThanOrEqual(62)
      expect(countNodes(nodes)).toBeLessThanOrEqual(5001)
      expect(JSON.stringify(nodes)).not.toContain('javascript:alert')
    }), { numRuns: 500 })
  })

  test.each(['<div>', '<b>', '<blockquote>', '<ul><li>', '<table><tr><td>', '</p>', '<a href=x>', '<svg>', '<', '&lt;', '<!--'])(
    'limits a megabyte of %s', (repeated) => {
      const nodes = parseRichText(repeated.repeat(Math.ceil(1_000_000 / repeated.length))) as Node[]
      expect(measureDepth(nodes)).toBeLessThanOrEqual(62)
      expect(countNodes(nodes)).toBeLessThanOrEqual(5001)
    })
})
