import type { AddressableList, Admin, Company, Contact, Tag, Team } from '../types.ts'
import { type Workspace, nextId } from '../workspace.ts'
import { DAY, NOW } from './clock.ts'

/** Builds an admin. By default, available and with an inbox seat. */
export function buildAdmin(overrides: Partial<Admin> = {}): Admin {
  return {
    type: 'admin',
    id: '7042001',
    name: 'Priya Raman',
    email: 'priya@tidewater.example',
    job_title: 'Support engineer',
    away_mode_enabled: false,
    away_mode_reassign: false,
    away_status_reason_id: null,
    has_inbox_seat: true,
    team_ids: [],
    avatar: null,
    team_priority_level: { primary_team_ids: [], secondary_team_ids: [] },
    ...overrides,
  }
}

/** Builds a team without members. Members are listed twice: in `admin_ids` of the team and in `team_ids` of each admin. */
export function buildTeam(overrides: Partial<Team> = {}): Team {
  return {
    type: 'team',
    id: '8310001',
    name: 'Support',
    admin_ids: [],
    admin_priority_level: { primary_admin_ids: [], secondary_admin_ids: [] },
    assignment_limit: null,
    distribution_method: 'round_robin',
    ...overrides,
  }
}

/** Builds a tag. */
export function buildTag(overrides: Partial<Tag> = {}): Tag {
  return { type: 'tag', id: '9128001', name: 'Billing', ...overrides }
}

/** Builds a company. By default, 20 people on the Team plan. */
export function buildCompany(overrides: Partial<Company> = {}): Company {
  const created = NOW - 400 * DAY
  return {
    type: 'company',
    id: '68a1c0c00000000000000001',
    company_id: 'acct_1',
    app_id: 'hx7q2mlt',
    name: 'Alder & Finch',
    plan: { type: 'plan', id: '41', name: 'Team' },
    remote_created_at: created,
    created_at: created,
    updated_at: NOW - 2 * DAY,
    last_request_at: NOW - DAY,
    size: 20,
    website: 'https://alderfinch.example',
    industry: 'Retail',
    monthly_spend: 290,
    session_count: 812,
    user_count: 12,
    custom_attributes: {},
    tags: { type: 'tag.list', tags: [] },
    segments: { type: 'segment.list', segments: [] },
    ...overrides,
  }
}

/** Builds a contact's list of tags, notes, companies or subscriptions. It keeps all ids; responses include the first ten. */
export function buildAddressableList(
  contactId: string, kind: 'tags' | 'notes' | 'companies' | 'subscriptions', ids: readonly string[] = [],
): AddressableList {
  const type = kind === 'companies' ? 'company' : kind.slice(0, -1)
  return {
    type: 'list',
    data: ids.map((id) => ({ type, id, url: `/${kind}/${id}` })),
    url: `/contacts/${contactId}/${kind}`,
    total_count: ids.length,
    has_more: false,
  }
}

/**
 * Builds a contact. By default, a user with a name and an email address.
 * @param overrides Fields to change. `location` may be partial.
 */
export function buildContact(
  overrides: Partial<Omit<Contact, 'location'>> & { location?: Partial<Contact['location']> } = {},
): Contact {
  const { location, ...fields } = overrides
  const id = overrides.id ?? '68a1c0de0000000000000001'
  const email = overrides.email === undefined ? 'maya@alderfinch.example' : overrides.email
  const created = overrides.created_at ?? NOW - 200 * DAY
  return {
    type: 'contact',
    id,
    workspace_id: 'hx7q2mlt',
    external_id: 'usr_1',
    role: 'user',
    name: 'Maya Okafor',
    email,
    email_domain: email?.split('@')[1] ?? null,
    phone: null,
    avatar: null,
    owner_id: null,
    social_profiles: { type: 'list', data: [] },
    has_hard_bounced: false,
    marked_email_as_spam: false,
    unsubscribed_from_emails: false,
    created_at: created,
    updated_at: NOW - DAY,
    signed_up_at: created,
    last_seen_at: NOW - DAY,
    last_replied_at: null,
    last_contacted_at: null,
    last_email_opened_at: null,
    last_email_clicked_at: null,
    language_override: null,
    browser: 'chrome',
    browser_version: '142.0.0.0',
    browser_language: 'en',
    os: 'macOS 15.6',
    custom_attributes: {},
    tags: buildAddressableList(id, 'tags'),
    notes: buildAddressableList(id, 'notes'),
    companies: buildAddressableList(id, 'companies'),
    opted_out_subscription_types: buildAddressableList(id, 'subscriptions'),
    opted_in_subscription_types: buildAddressableList(id, 'subscriptions'),
    ...fields,
    location: {
      type: 'location',
      country: 'Ireland',
      region: 'Leinster',
      city: 'Dublin',
      country_code: 'IRL',
      continent_code: 'EU',
      ...location,
    },
  }
}

/** Adds an admin to a workspace. */
export function addAdmin(workspace: Workspace, overrides: Partial<Admin> = {}): Admin {
  const admin = buildAdmin({ id: nextId(workspace, 'admin'), ...overrides })
  workspace.admins.push(admin)
  return admin
}

/**
 * Adds a team to a workspace.
 * @param members Admins of that workspace. Their `team_ids` are updated.
 */
export function addTeam(workspace: Workspace, overrides: Partial<Team>, members: readonly Admin[]): Team {
  const admin_ids = members.map((admin) => Number(admin.id))
  const team = buildTeam({ id: nextId(workspace, 'team'), admin_ids, ...overrides })
  for (const admin of members) admin.team_ids.push(Number(team.id))
  workspace.teams.push(team)
  return team
}

/** Adds a tag to a workspace. */
export function addTag(workspace: Workspace, name: string): Tag {
  const tag = buildTag({ id: nextId(workspace, 'tag'), name })
  workspace.tags.push(tag)
  return tag
}

/** Adds a company to a workspace. */
export function addCompany(workspace: Workspace, overrides: Partial<Company> = {}): Company {
  const company = buildCompany({ id: nextId(workspace, 'company'), app_id: workspace.app.id_code, ...overrides })
  workspace.companies.push(company)
  return company
}

/**
 * Adds a contact to a workspace.
 * @param belongsTo Companies and tags of that workspace.
 */
export function addContact(
  workspace: Workspace,
  overrides: Parameters<typeof buildContact>[0] = {},
  belongsTo: { companies?: readonly Company[]; tags?: readonly Tag[] } = {},
): Contact {
  const id = nextId(workspace, 'contact')
  const contact = buildContact({
    id,
    workspace_id: workspace.app.id_code,
    companies: buildAddressableList(id, 'companies', belongsTo.companies?.map((company) => company.id)),
    tags: buildAddressableList(id, 'tags', belongsTo.tags?.map((tag) => tag.id)),
    ...overrides,
  })
  workspace.contacts.push(contact)
  return contact
}
