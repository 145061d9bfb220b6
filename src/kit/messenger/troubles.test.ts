import { expect, test } from 'vitest'
import { findPageTroubles, messengerTroubles, findMisnamedAppIds } from '@/kit/messenger/troubles'

const healthy = { env: { NEXT_PUBLIC_INTERCOM_APP_ID: 'hx7q2mlt' }, scripts: [], settings: undefined }
const widget = 'https://widget.intercom.io/widget/hx7q2mlt'
const codesOf = (page: Partial<typeof healthy> | object) => findPageTroubles({ ...healthy, ...page }).map(({ code }) => code)

test('finds nothing on a correct page', () => {
  expect(findPageTroubles(healthy)).toEqual([])
  expect(codesOf({ scripts: [widget, 'https://example.com/app.js'] })).toEqual([])
  expect(codesOf({ settings: { app_id: '' } })).toEqual([])
})

test.each(['INTERCOM_APP_ID', 'VITE_INTERCOM_APP_ID', 'REACT_APP_INTERCOM_APPID', 'PUBLIC_INTERCOM_APP_ID'])(
  'finds an app id under the wrong name %s, without its value',
  (name) => {
    const [trouble] = findPageTroubles({ ...healthy, env: { [name]: 'hx7q2mlt' } })
    expect(trouble).toMatchObject({ code: 'app_id_misnamed' })
    expect(trouble?.problem).toContain(name)
    expect(JSON.stringify(trouble)).not.toContain('hx7q2mlt')
  },
)

test('ignores another name beside the right one, and an empty value', () => {
  expect(findMisnamedAppIds({ INTERCOM_APP_ID: 'a', NEXT_PUBLIC_INTERCOM_APP_ID: 'a' })).toEqual([])
  expect(findMisnamedAppIds({ INTERCOM_APP_ID: '' })).toEqual([])
  expect(findMisnamedAppIds({ INTERCOM_ACCESS_TOKEN: 'secret' })).toEqual([])
})

test('finds a second script, and settings of another snippet', () => {
  expect(codesOf({ scripts: [widget, widget] })).toEqual(['loaded_twice'])
  expect(codesOf({ settings: { app_id: 'another1' } })).toEqual(['booted_elsewhere'])
})

test('gives every problem a name, a cause and a remedy', () => {
  for (const { name, cause, cure } of Object.values(messengerTroubles)) {
    expect(name).toMatch(/^[A-Z].*[^.]$/)
    expect(cause).toMatch(/^[A-Z].*\.$/)
    expect(cure).toMatch(/^[A-Z].*\.$/)
  }
})

test('finds an inbox that no webhook has reached yet', () => {
  expect(codesOf({ isChecking: true })).toEqual(['webhooks_missing'])
})
