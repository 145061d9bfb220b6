import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

class FakeStorage {
  [key: string]: unknown
}
Object.defineProperties(FakeStorage.prototype, {
  getItem: { value(this: FakeStorage, key: string) { return this[key] ?? null } },
  setItem: { value(this: FakeStorage, key: string, value: string) { this[key] = value } },
  removeItem: { value(this: FakeStorage, key: string) { delete this[key] } },
})

/** Loads a fresh module, like a reloaded page. */
async function load() {
  vi.resetModules()
  return import('@/kit/inbox/composer/drafts')
}

describe('drafts', () => {
  beforeEach(() => vi.stubGlobal('sessionStorage', new FakeStorage()))
  afterEach(() => vi.unstubAllGlobals())

  it('keeps reply and note of each conversation apart', async () => {
    const { drafts } = await load()
    drafts.set('1', 'reply', { text: 'Hello' })
    drafts.set('1', 'note', { text: 'Careful' })
    expect(drafts.get('1', 'reply').text).toBe('Hello')
    expect(drafts.get('1', 'note').text).toBe('Careful')
    expect(drafts.get('2', 'reply').text).toBe('')
  })

  it('shows no draft before a response has named its author, nor to another user', async () => {
    const respond = async (viewer: string) => {
      vi.stubGlobal('fetch', async () => Response.json({}, { headers: { 'x-intercom-viewer': viewer } }))
      await (await import('@/kit/shared/api-client')).requestJson('/api/intercom/tags', () => true)
    }
    const before = await load()
    before.drafts.set('1', 'reply', { text: 'Typed early' })
    await respond('ann')
    expect(before.drafts.get('1', 'reply').text).toBe('Typed early')
    const ofAnn = await load()
    expect(ofAnn.drafts.get('1', 'reply').text).toBe('')
    await respond('ann')
    expect(ofAnn.drafts.get('1', 'reply').text).toBe('Typed early')
    const ofBen = await load()
    await respond('ben')
    expect(ofBen.drafts.get('1', 'reply').text).toBe('')
    await vi.waitFor(() => expect(JSON.stringify(sessionStorage)).not.toContain('Typed early'))
  })

  it('keeps text but no files over a reload', async () => {
    const before = await load()
    before.drafts.set('1', 'reply', { text: 'Hello', files: [new File(['a'], 'a.txt')] })
    const after = await load()
    expect(after.drafts.get('1', 'reply')).toEqual({ text: 'Hello', files: [] })
    after.drafts.set('1', 'reply', { text: '' })
    expect((await load()).drafts.get('1', 'reply').text).toBe('')
  })

  it('returns the same object until it changes', async () => {
    const { drafts } = await load()
    const first = drafts.get('1', 'reply')
    expect(drafts.get('1', 'reply')).toBe(first)
    drafts.set('1', 'reply', { text: 'a' })
    expect(drafts.get('1', 'reply')).not.toBe(first)
  })

  it('clears its own storage on request, and nothing else', async () => {
    const { drafts, clearDrafts } = await load()
    drafts.set('1', 'reply', { text: 'Hello' })
    sessionStorage.setItem('of-the-app', 'stays')
    clearDrafts()
    expect(drafts.get('1', 'reply').text).toBe('')
    expect(Object.keys(sessionStorage)).toEqual(['of-the-app'])
  })

  it('works if storage is blocked', async () => {
    const refuse = () => {
      throw new DOMException('denied', 'SecurityError')
    }
    vi.stubGlobal('sessionStorage', { getItem: refuse, setItem: refuse, removeItem: refuse })
    const { drafts, clearDrafts } = await load()
    drafts.set('1', 'reply', { text: 'Hello' })
    expect(drafts.get('1', 'reply').text).toBe('Hello')
    clearDrafts()
    expect(drafts.get('1', 'reply').text).toBe('')
  })
})
