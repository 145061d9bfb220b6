import { expect, test } from 'vitest'
import { fieldStatusMessages, subscriptionPanelMessages, type MessageTable, type Translate } from '@/kit/strings/index'
import { getSaveFailure } from '@/kit/account/patch-account'
import { formatPrice, getUpgradeFailure } from '@/kit/account/use-subscription'
import { RequestError } from '@/kit/shared/api-client'

function translate<Table extends MessageTable>(table: Table): Translate<Table> {
  return (key, values = {}) => String(table[key]).replace('{reason}', String(values.reason))
}

const fieldText = translate(fieldStatusMessages)
const panelText = translate(subscriptionPanelMessages)

test("shows the server's sentence for the field, and offers no retry of a value that it rejects", () => {
  const error = new RequestError('rejected', 'No.', 422, { fields: { email: 'This address is taken.' } })
  expect(getSaveFailure(error, 'email', fieldText)).toEqual({ text: 'This address is taken.', canRetry: false })
  expect(getSaveFailure(error, 'name', fieldText)).toEqual({ text: 'Not saved: No.', canRetry: false })
})

test('offers a retry of a save that failed for another reason', () => {
  expect(getSaveFailure(new Error('boom'), 'name', fieldText)).toEqual({ text: fieldStatusMessages.unknown, canRetry: true })
  expect(getSaveFailure(new RequestError('offline', '', 0), 'name', fieldText)).toEqual({ text: fieldStatusMessages.offline, canRetry: true })
})

test('says that the user was not charged only if the server refused the checkout', () => {
  expect(getUpgradeFailure(new RequestError('rejected', 'Card declined.', 422), panelText)).toEqual({
    title: subscriptionPanelMessages.failedTitle,
    text: "You weren't charged. Card declined.",
    isRefused: true,
    canRetry: true,
  })
  for (const error of [undefined, new Error('boom'), new RequestError('internal', '', 500), new RequestError('offline', '', 0)]) {
    expect(getUpgradeFailure(error, panelText)).toMatchObject({ title: subscriptionPanelMessages.unsureTitle, isRefused: false, canRetry: true })
  }
  expect(getUpgradeFailure(new RequestError('unauthorized', '', 401), panelText).canRetry).toBe(false)
})

test('formats a price without cents if there are none, and in currencies without cents', () => {
  expect(formatPrice({ amount: 4_900, currency: 'EUR' }, 'en')).toBe('€49')
  expect(formatPrice({ amount: 4_950, currency: 'EUR' }, 'en')).toBe('€49.50')
  expect(formatPrice({ amount: 4_900, currency: 'JPY' }, 'en')).toBe('¥4,900')
})
