import type { AddressableList, Admin, Company, Contact, Tag, Team } from '../types.ts'
import { type Workspace, nextId } from '../workspace.ts'
import { DAY, NOW } from './clock.ts'

/**
 * A teammate who is there and has a seat in the inbox.
 * @param overrides Fields that differ from that.
 */
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

/**
 * A team without members.
 * @param overrides Fields that differ from that. Members are listed in both places: `admin_ids` here, `team_ids` there.
 */
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

/** A tag. */
export function buildTag(overrides: Partial<Tag> = {}): Tag {
  return { type: 'tag', id: '9128001', name: 'Billing', ...overrides }
}

/**
 * A company of twenty people on the Team plan.
 * @param overrides Fields that differ from that.
 */
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

/**
 * A contact's list of tags, notes, companies or subscriptions.
 * @param contactId The contact it belongs to.
 * @param ids The ids of its members; all of them are kept, an answer shows the first ten.
 */
export function addressableList(
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
 * A customer with an account, a name and an e-mail address.
 * @param overrides Fields that differ from that; parts of `location` may be given by themselves.
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
    tags: addressableList(id, 'tags'),
    notes: addressableList(id, 'notes'),
    companies: addressableList(id, 'companies'),
    opted_out_subscription_types: addressableList(id, 'subscriptions'),
    opted_in_subscription_types: addressableList(id, 'subscriptions'),
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

/** Builds a teammate with the workspace's next id and puts them into it. */
export function addAdmin(workspace: Workspace, overrides: Partial<Admin> = {}): Admin {
  const admin = buildAdmin({ id: nextId(workspace, 'admin'), ...overrides })
  workspace.admins.push(admin)
  return admin
}

/**
 * Builds a team with the workspace's next id and puts it into it.
 * @param members Admins of that workspace; their `team_ids` are kept in step.
 */
export function addTeam(workspace: Workspace, overrides: Partial<Team>, members: readonly Admin[]): Team {
  const admin_ids = members.map((admin) => Number(admin.id))
  const team = buildTeam({ id: nextId(workspace, 'team'), admin_ids, ...overrides })
  for (const admin of members) admin.team_ids.push(Number(team.id))
  workspace.teams.push(team)
  return team
}

/** Puts a tag into a workspace under its next id. */
export function addTag(workspace: Workspace, name: string): Tag {
  const tag = buildTag({ id: nextId(workspace, 'tag'), name })
  workspace.tags.push(tag)
  return tag
}

/** Builds a company with the workspace's next id and puts it into it. */
export function addCompany(workspace: Workspace, overrides: Partial<Company> = {}): Company {
  const company = buildCompany({ id: nextId(workspace, 'company'), app_id: workspace.app.id_code, ...overrides })
  workspace.companies.push(company)
  return company
}

/**
 * Builds a contact with the workspace's next id and puts it into it.
 * @param belongsTo Companies and tags of that workspace that the contact has.
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
    companies: addressableList(id, 'companies', belongsTo.companies?.map((company) => company.id)),
    tags: addressableList(id, 'tags', belongsTo.tags?.map((tag) => tag.id)),
    ...overrides,
  })
  workspace.contacts.push(contact)
  return contact
}
