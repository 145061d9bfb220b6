import { describe, expect, test, afterEach, vi } from 'vitest'
import { adminsResponseSchema, contactSchema } from '@/kit/contracts/index'
import {
  intercomAdminListSchema, intercomCompanyListSchema, intercomContactSchema, intercomTagListSchema, intercomTeamListSchema,
} from '@/kit/server/intercom/intercom-schemas'
import { normalizeContact, toCustomerPicture } from '@/kit/server/intercom/normalize-contact'
import { normalizeAdmins } from '@/kit/server/intercom/normalize-people'

/** Normalises a contact and parses it with the contract. */
function normalize(contact: object, companies: object[] = [], tags: object[] = []) {
  return contactSchema.parse(normalizeContact(
    intercomContactSchema.parse({ id: 'c1', created_at: 1000, ...contact }),
    intercomCompanyListSchema.parse({ data: companies }).data,
    intercomTagListSchema.parse({ data: tags }).data,
  ))
}

describe('a contact', () => {
  test('has defaults for everything', () => {
    expect(normalize({ created_at: null })).toEqual({
      id: 'c1', external_id: null, role: 'user', name: null, email: null, phone: null, avatar_url: null, plan: null,
      location: { city: null, region: null, country: null }, created_at: 0, signed_up_at: null, last_seen_at: null,
      unsubscribed_from_emails: false, companies: [], tags: [], custom_attributes: {},
    })
  })

  test('survives values of the wrong type', () => {
    for (const odd of ['text', 7, [], null, {}]) {
      const keys = [
        'role', 'name', 'email', 'phone', 'avatar', 'location', 'custom_attributes', 'companies', 'tags',
        'signed_up_at',
      ]
      expect(normalize(Object.fromEntries(keys.map((key) => [key, odd])))).toMatchObject({ id: 'c1' })
    }
  })

  test('falls back to the best known time', () => {
    expect(normalize({ created_at: null, signed_up_at: 50, last_seen_at: 60 }).created_at).toBe(50)
    expect(normalize({ created_at: 0, last_seen_at: 60 }).created_at).toBe(60)
  })

  test.each([
    [{ type: 'avatar', image_url: 'https://static.intercomassets.com/a.png' }, 'https://static.intercomassets.com/a.png'],
    ['https://static.intercomassets.com/a.png', 'https://static.intercomassets.com/a.png'],
    [{ image_url: null }, null], [null, null], ['javascript:alert(1)', null], ['https://x.example/a.png', null],
  ])('with avatar %j has picture %j', (avatar, url) => {
    expect(normalize({ avatar }).avatar_url).toBe(url)
  })

  test('keeps plain attributes only', () => {
    const custom_attributes = JSON.parse(
      '{"seats":3,"beta":true,"tier":"gold","none":null,"list":[1],"object":{"a":1},"__proto__":{"polluted":true}}')
    const { custom_attributes: kept } = normalize({ custom_attributes })
    expect(kept).toEqual({ seats: 3, beta: true, tier: 'gold', none: null })
    expect(kept).not.toHaveProperty('polluted')
  })

  test.each([
    [{ plan: 'Own' }, [{ id: '1', plan: { name: 'Pro' } }], 'Own'],
    [{}, [{ id: '1', plan: {} }, { id: '2', plan: { name: 'Pro' } }], 'Pro'],
    [{ plan: '' }, [{ id: '1', plan: null }], null],
    [{ plan: 3 }, [], null],
  ])('with attributes %j and companies %j is on plan %j', (custom_attributes, companies, plan) => {
    expect(normalize({ custom_attributes }, companies).plan).toBe(plan)
  })

  test.each([
    ['https://acme.example', 'https://acme.example/'], ['acme.example', 'https://acme.example/'], ['', null],
    [null, null],
    ['javascript:alert(1)', null], ['data:text/html,x', null],
  ])('of a company with website %j gets %j', (website, expected) => {
    expect(normalize({}, [{ id: 1, website }]).companies).toEqual([
      { id: '1', name: null, plan: null, website: expected, user_count: null, monthly_spend: null },
    ])
  })

  test('leaves out a tag without a name', () => {
    expect(normalize({}, [], [{ id: 4 }, { id: '5', name: 'R&amp;D' }]).tags)
      .toEqual([{ id: '4', name: '4' }, { id: '5', name: 'R&D' }])
  })
})

test('accepts admins and teams of every API version', () => {
  const admins = intercomAdminListSchema.parse({
    admins: [
      { id: '1', name: 'O&#39;Neill', email: 'o@x.example', avatar: { image_url: 'https://x.example/1.png' } },
      { type: 'admin', id: 2, avatar: 'https://x.example/2.png', away_mode_enabled: true },
      { type: 'team', id: 3, name: 'A team' },
    ],
  })
  const teams = intercomTeamListSchema.parse({
    teams: [{ id: 3, name: null, admin_ids: [1, '2'] }, { id: '4', name: 'Four' }],
  })
  expect(adminsResponseSchema.parse(normalizeAdmins(admins, teams, '1'))).toEqual({
    admins: [
      { id: '1', name: "O'Neill", email: 'o@x.example', avatar_url: 'https://x.example/1.png', away: false },
      { id: '2', name: '2', email: null, avatar_url: 'https://x.example/2.png', away: true },
    ],
    teams: [{ id: '3', name: '3', admin_ids: ['1', '2'] }, { id: '4', name: 'Four', admin_ids: [] }],
    viewer_id: '1',
  })
})

afterEach(() => vi.unstubAllEnvs())

test.each([
  'https://static.intercomassets.com/avatars/1/square_128.png', 'https://downloads.intercomcdn.eu/i/o/1/a.png',
  'https://downloads.au.intercomcdn.com/a.png', 'https://uploads.intercomusercontent.com/a.png',
  'https://cdn.example.com/faces/1.png',
])('accepts the picture %s', (address) => {
  vi.stubEnv('INTERCOM_AVATAR_HOSTS', 'cdn.example.com, faces.example.org')
  expect(toCustomerPicture(address)).toBe(address)
})

test.each([
  'https://tracker.example/a.png', 'https://intercomcdn.com.tracker.example/a.png', 'https://evil-intercomcdn.com/a.png',
  'https://intercomcdn.com@tracker.example/a.png', 'https://tracker.example/#intercomcdn.com', 'https://cdn.example.com:8443/a.png',
  'https://sub.cdn.example.com/a.png', 'http://static.intercomassets.com/a.png', '//static.intercomassets.com/a.png',
  'https://tracker.example\\@static.intercomassets.com/a.png', 'data:image/svg+xml,<svg/>', 7, null,
])('refuses the picture %s', (address) => {
  vi.stubEnv('INTERCOM_AVATAR_HOSTS', 'cdn.example.com')
  expect(toCustomerPicture(address)).toBeNull()
})
