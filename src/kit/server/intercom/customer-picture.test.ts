import { afterEach, expect, test, vi } from 'vitest'
import { toCustomerPicture } from '@/kit/server/intercom/customer-picture'

afterEach(() => vi.unstubAllEnvs())

test.each([
  'https://static.intercomassets.com/avatars/1/square_128.png', 'https://downloads.intercomcdn.eu/i/o/1/a.png',
  'https://downloads.au.intercomcdn.com/a.png', 'https://uploads.intercomusercontent.com/a.png',
  'https://cdn.example.com/faces/1.png',
])('accepts %s', (address) => {
  vi.stubEnv('INTERCOM_AVATAR_HOSTS', 'cdn.example.com, faces.example.org')
  expect(toCustomerPicture(address)).toBe(address)
})

test.each([
  'https://tracker.example/a.png', 'https://intercomcdn.com.tracker.example/a.png', 'https://evil-intercomcdn.com/a.png',
  'https://intercomcdn.com@tracker.example/a.png', 'https://tracker.example/#intercomcdn.com', 'https://cdn.example.com:8443/a.png',
  'https://sub.cdn.example.com/a.png', 'http://static.intercomassets.com/a.png', '//static.intercomassets.com/a.png',
  'https://tracker.example\\@static.intercomassets.com/a.png', 'data:image/svg+xml,<svg/>', 7, null,
])('refuses %s', (address) => {
  vi.stubEnv('INTERCOM_AVATAR_HOSTS', 'cdn.example.com')
  expect(toCustomerPicture(address)).toBeNull()
})
