import { afterEach, beforeEach, describe as group, expect, test, vi } from 'vitest'
import { describe, log, onLog, type LogEntry } from '@/kit/server/log'

const entry: LogEntry = {
  request_id: 'r1', method: 'GET', route: '/api/intercom/admins', status: 502, duration: 12, code: 'upstream_auth',
}

beforeEach(() => {
  vi.stubEnv('INTERCOM_ACCESS_TOKEN', 'dG9rOmNhbmFyeQ==')
  vi.spyOn(console, 'error').mockReturnValue()
})
afterEach(() => {
  onLog(null)
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

group('log', () => {
  test('writes server failures as one line of JSON', () => {
    log({ ...entry, reason: 'line\r\nbreak\u001b[31m' })
    log({ ...entry, status: 200 })
    log({ ...entry, status: 404 })
    expect(console.error).toHaveBeenCalledOnce()
    const [line] = vi.mocked(console.error).mock.calls[0] ?? []
    expect(line).not.toMatch(/[\r\n\u001b]/)
    expect(JSON.parse(String(line))).toMatchObject(entry)
  })

  test("calls the app's listener instead", () => {
    const listen = vi.fn()
    onLog(listen)
    log({ ...entry, status: 200 })
    expect(listen).toHaveBeenCalledExactlyOnceWith({ ...entry, status: 200 })
    expect(console.error).not.toHaveBeenCalled()
  })

  test('survives a listener that throws', () => {
    onLog(() => {
      throw new Error('full disk')
    })
    expect(() => log({ ...entry, status: 200 })).not.toThrow()
    expect(console.error).toHaveBeenCalledOnce()
  })
})

group('describe', () => {
  test.each<[unknown, string]>([
    ['token dG9rOmNhbmFyeQ== here', 'token [secret] here'],
    ['authorization: Bearer abc.def', 'authorization: Bearer [secret]'],
    ['mail ann@alder.example now', 'mail [e-mail] now'],
    ['postgres://app:pw@db.example:5432/x', 'postgres://db.example:5432/x'],
    ['redis://:p@ss@localhost:6379 refused', 'redis://localhost:6379 refused'],
    ['<jörg.o\'neill+news@büro.example>, "a@b.example"; (c@d.example)', '<[e-mail]>, "[e-mail]"; ([e-mail])'],
    ['to:ann@alder.example.', '[e-mail]'],
    ['at f (/app/node_modules/@scope/pkg/index.js:1:2)', 'at f (/app/node_modules/@scope/pkg/index.js:1:2)'],
    ['at /x/.pnpm/@scope+pkg@1.2.3-rc.1/node_modules/a@4/b.js', 'at /x/.pnpm/@scope+pkg@1.2.3-rc.1/node_modules/a@4/b.js'],
    ['GET https://cdn.example/f.png?expires=1&signature=2 failed', 'GET https://cdn.example/f.png?[query] failed'],
    ['a\r\nb\u0000c\u001b[31m', 'a b c [31m'],
    [undefined, 'undefined'],
    [{ toString: () => 'odd' }, 'odd'],
  ])('describes %j', (thrown, text) => {
    expect(describe(thrown)).toBe(text)
  })

  test('contains the origin of an error, limited in length', () => {
    expect(describe(new TypeError('no'))).toMatch(/^TypeError: no +at /)
    expect(describe('x'.repeat(100_000)).length).toBe(2000)
  })
})
