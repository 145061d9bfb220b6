import { expect, test } from 'vitest'
import { readDescription } from './description.ts'

const ticket = { type: 'object', properties: { fields: { $ref: '#/components/schemas/lost' } }, required: ['id'] }
const schema = { $ref: '#/components/schemas/ticket' }
const text = JSON.stringify({
  openapi: '3.0.1',
  info: { version: 'Preview' },
  paths: { '/tickets/{id}': { get: { responses: { 200: { content: { 'application/json': { schema } } } } } } },
  components: { schemas: { ticket } },
})

test('reports missing schemas and checks with the others', () => {
  const description = readDescription(text)
  expect([description.version, description.missing]).toEqual(['Preview', ['lost']])
  const judge = (body: object) => description.judge('GET', '/tickets/{ticket_id}', 200, body)
  expect(judge({ id: '1', fields: ['anything'] })).toEqual({ kind: 'checked', errors: [] })
  expect(judge({ fields: 1 })).toMatchObject({ errors: [{ keyword: 'required' }] })
})
