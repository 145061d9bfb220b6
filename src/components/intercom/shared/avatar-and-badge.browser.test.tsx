import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ContactAvatar } from '@/components/intercom/shared/avatar-and-badge'

const good = 'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/%3E'
const bad = 'data:image/png;base64,AAAA'

const place = document.createElement('div')
let root: Root

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  document.body.append(place)
  root = createRoot(place)
})

afterEach(async () => {
  await act(() => root.unmount())
  place.remove()
})

const show = (avatarUrl: string | null) => act(() => root.render(<ContactAvatar name="Ann Lee" avatarUrl={avatarUrl} />))
const picture = () => place.querySelector('img')

test('shows initials in one element without a picture', async () => {
  await show(null)
  expect(place.querySelectorAll('*')).toHaveLength(1)
  expect(place.textContent).toBe('AL')
})

test('lays the picture over the initials, without a referrer or a name', async () => {
  await show(good)
  expect(place.textContent).toBe('AL')
  expect(picture()).toMatchObject({ alt: '', referrerPolicy: 'no-referrer' })
})

test('keeps the initials if the picture fails, and tries a new address', async () => {
  await show(bad)
  await vi.waitFor(() => expect(picture()).toBeNull())
  expect(place.textContent).toBe('AL')
  await show(good)
  await vi.waitFor(() => expect(picture()?.complete).toBe(true))
  expect(picture()?.src).toBe(good)
})
