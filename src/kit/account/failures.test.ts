import { expect, test } from 'vitest'
import { fieldStatusStrings, subscriptionPanelStrings, type StringTable, type Translator } from '@/kit/strings/index'
import { getSaveFailure } from '@/kit/account/patch-account'
import { formatPrice, getUpgradeFailure } from '@/kit/account/use-subscription'
import { RequestError } from '@/kit/shared/api-client'

function translate<Table extends StringTable>(table: Table): Translator<Table> {
  return (key, values = {}) => String(table[key]).replace('{reason}', String(values.reason))
}

const fieldText = translate(fieldStatusStrings)
const panelText = translate(subscriptionPanelStrings)

test("shows the server's sentence for the field, and offers no retry of a value that it rejects", () => {
  const error = new RequestError('rejected', 'No.', 422, { fields: { email: 'This address is taken.' } })
  expect(getSaveFailure(error, 'email', fieldText)).toEqual({ text: 'This address is taken.', canRetry: false, isWaiting: false })
  expect(getSaveFailure(error, 'name', fieldText)).toEqual({ text: 'Not saved: No.', canRetry: false, isWaiting: false })
})

test('offers a retry of a save that failed for another reason', () => {
  expect(getSaveFailure(new Error('boom'), 'name', fieldText)).toEqual({ text: fieldStatusStrings.unknown, canRetry: true, isWaiting: false })
  expect(getSaveFailure(new RequestError('offline', '', 0), 'name', fieldText)).toEqual({ text: fieldStatusStrings.offline, canRetry: true, isWaiting: true })
})

test('says that the user was not charged only if the server refused the checkout', () => {
  expect(getUpgradeFailure(new RequestError('rejected', 'Card declined.', 422), panelText)).toEqual({
    title: subscriptionPanelStrings.failedTitle,
    text: "You weren't charged. Card declined.",
    isRefused: true,
    canRetry: true,
  })
  for (const error of [undefined, new Error('boom'), new RequestError('internal', '', 500), new RequestError('offline', '', 0)]) {
    expect(getUpgradeFailure(error, panelText)).toMatchObject({ title: subscriptionPanelStrings.unsureTitle, isRefused: false, canRetry: true })
  }
  expect(getUpgradeFailure(new RequestError('unauthorized', '', 401), panelText).canRetry).toBe(false)
})

test('formats a price without cents if there are none, and in currencies without cents', () => {
  expect(formatPrice({ amount: 4_900, currency: 'EUR' }, 'en')).toBe('€49')
  expect(formatPrice({ amount: 4_950, currency: 'EUR' }, 'en')).toBe('€49.50')
  expect(formatPrice({ amount: 4_900, currency: 'JPY' }, 'en')).toBe('¥4,900')
})
