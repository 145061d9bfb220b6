/** Customers for stories, each in its own workspace. */
import {
  addCompany, addContact, addTag, buildWorkspace, closeConversation, DAY, HOUR, MINUTE, NOW, replyAsAdmin,
  startConversation, type Workspace,
} from '../../mocks/index.ts'

type ContactOverrides = NonNullable<Parameters<typeof addContact>[1]>

export interface StoryCustomer {
  workspace: () => Workspace
  contactId: string
  /** Newest first. */
  conversationIds: string[]
}

/** Adds a customer to the mocked support week. Ids are sequential, so they are stable. */
function withCustomer(add: (workspace: Workspace) => { id: string }): StoryCustomer {
  const build = () => {
    const workspace = buildWorkspace()
    return { workspace, contact: add(workspace) }
  }
  const { workspace, contact } = build()
  const conversationIds = workspace.conversations
    .filter((conversation) => conversation.contacts.contacts.some(({ id }) => id === contact.id))
    .map(({ id }) => id)
  return { workspace: () => build().workspace, contactId: contact.id, conversationIds }
}

const subjects = [
  ['Invoices go to the wrong address', 'Our invoices still go to the old billing address, although I changed it last week.'],
  ['CSV export stops at 10,000 rows', 'The export of our orders dashboard always stops at 10,000 rows.'],
  ['Add a second workspace', 'Can we have a second workspace for our Berlin team on the same invoice?'],
  ['Dashboards load slowly on Mondays', 'Every Monday between 9 and 10 the dashboards take half a minute.'],
  ['SSO with Okta', 'Where do I find the metadata file for Okta?'],
  ['Webhook signature does not match', 'The signature of your webhooks does not match what we compute.'],
] as const

function talk(workspace: Workspace, contact: ReturnType<typeof addContact>, count: number): void {
  const [admin] = workspace.admins
  for (let index = 0; index < count; index++) {
    const [title, body] = subjects[index % subjects.length] ?? subjects[0]
    const at = NOW - index * 3 * DAY - 2 * HOUR
    const conversation = startConversation(workspace, { contact, title, body: `<p>${body}</p>`, at })
    if (admin && index % 3 !== 0) replyAsAdmin(workspace, conversation, admin, at + 12 * MINUTE, { body: '<p>On it.</p>' })
    if (admin && index % 3 === 2) closeConversation(workspace, conversation, admin, at + HOUR)
  }
}

/** A customer with every field and eight conversations. */
export const fullCustomer = withCustomer((workspace) => {
  const company = addCompany(workspace, {
    name: 'Halden & Brook Logistics',
    plan: { type: 'plan', id: '43', name: 'Business' },
    monthly_spend: 1490,
    user_count: 64,
    website: 'https://haldenbrook.example',
  })
  const contact = addContact(
    workspace,
    {
      external_id: 'usr_ingrid',
      name: 'Ingrid Solheim',
      email: 'ingrid.solheim@haldenbrook.example',
      phone: '+47 22 55 01 47',
      created_at: NOW - 612 * DAY,
      signed_up_at: NOW - 610 * DAY,
      last_seen_at: NOW - 18 * MINUTE,
      location: { city: 'Oslo', region: 'Oslo', country: 'Norway', country_code: 'NOR' },
      custom_attributes: {
        plan: 'Business',
        job_title: 'Head of operations',
        monthly_seats: 64,
        account_id: 204418,
        is_beta_tester: true,
        sso_enabled: false,
        trial_ends_at: NOW - 596 * DAY,
        onboarding_url: 'https://app.tidewater.example/onboarding/halden-brook?step=5',
        csm_email: 'priya@tidewater.example',
        crm_stage: 'Renewal',
        dashboards: 1284,
        mrr: 1490,
        last_invoice_number: 20261104,
        churn_risk: null,
        notes_for_support: 'Prefers email. Never call before noon, she is in the warehouse then.',
      },
    },
    { companies: [company], tags: [addTag(workspace, 'VIP'), addTag(workspace, 'Beta'), addTag(workspace, 'Annual')] },
  )
  talk(workspace, contact, 8)
  return contact
})

/** A visitor with one message and no data. */
export const bareLead = withCustomer((workspace) => {
  const nothing: ContactOverrides = {
    external_id: null,
    role: 'lead',
    name: null,
    email: null,
    phone: null,
    created_at: NOW - 5 * MINUTE,
    signed_up_at: null,
    last_seen_at: null,
    custom_attributes: {},
    location: { city: null, region: null, country: null, country_code: null },
  }
  const contact = addContact(workspace, nothing)
  startConversation(workspace, { contact, body: '<p>hi, do you have a free plan?</p>', at: NOW - 5 * MINUTE })
  return contact
})

/** A customer whose fields are as long or as hostile as possible. */
export const worstCustomer = withCustomer((workspace) => {
  const long = 'Wolfeschlegelsteinhausenbergerdorff '.repeat(3).trim()
  const companies = [
    addCompany(workspace, {
      name: `${long} Gesellschaft mit beschränkter Haftung & Co. Kommanditgesellschaft`,
      plan: { type: 'plan', id: '50', name: 'Enterprise Unlimited Plus (legacy, grandfathered 2019)' },
      monthly_spend: 12_345_678.9,
      user_count: 1_048_576,
      website: `https://${'very-'.repeat(20)}long.example/${'path/'.repeat(30)}`,
    }),
    addCompany(workspace, { name: 'شركة النخيل للتجارة', plan: {}, monthly_spend: 0, user_count: 1, website: '' }),
    addCompany(workspace, { name: '<script>alert(1)</script>', plan: {}, monthly_spend: 5, user_count: 0 }),
  ]
  const tags = [
    '🔥🔥🔥', 'مهم', 'do-not-call-before-noon-central-european-time-under-any-circumstances-whatsoever',
    '\u202Egnp.exe', 'churn', 'q3', 'q4', 'big-data', 'german', 'legacy-plan',
  ].map((name) => addTag(workspace, name))
  const contact = addContact(
    workspace,
    {
      external_id: 'usr_worst',
      name: `${long} \u202Ereversed 👩‍👩‍👧‍👦`,
      email: `${'wolfe.schlegel.'.repeat(5)}x@${'subdomain.'.repeat(6)}example`,
      phone: '+49 (0) 89 1234567890123456789 ext. 4711 (ask for the second Wolfeschlegelsteinhausen)',
      unsubscribed_from_emails: true,
      created_at: 1,
      signed_up_at: 1,
      last_seen_at: NOW - 5 * 365 * DAY,
      location: {
        city: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
        region: 'Ynys Môn',
        country: 'United Kingdom',
        country_code: 'GBR',
      },
      custom_attributes: Object.fromEntries([
        ['html', '<img src=x onerror=alert(1)>'],
        ['javascript_url', 'javascript:alert(document.domain)'],
        ['unbroken', 'A'.repeat(2000)],
        ['a_very_long_attribute_name_that_somebody_generated_from_a_spreadsheet_column_title', 'short'],
        ['بلد', 'المملكة المتحدة'],
        ['json_blob', JSON.stringify({ nested: { deep: [1, 2, 3] }, text: 'not parsed' })],
        ...Array.from({ length: 34 }, (_, index) => [`generated_attribute_${index + 1}`, index * 1234.5]),
      ]),
    },
    { companies, tags },
  )
  talk(workspace, contact, 300)
  return contact
})

export const arabicCustomer = withCustomer((workspace) => {
  const company = addCompany(workspace, {
    name: 'شركة النخيل للتجارة',
    plan: { type: 'plan', id: '42', name: 'Team' },
    monthly_spend: 290,
    user_count: 12,
    website: 'https://nakheel.example',
  })
  const contact = addContact(
    workspace,
    {
      external_id: 'usr_layla',
      name: 'ليلى الحداد',
      email: 'layla@nakheel.example',
      phone: '+962 6 555 0143',
      signed_up_at: NOW - 90 * DAY,
      last_seen_at: NOW - 3 * HOUR,
      location: { city: 'عمّان', region: null, country: 'JO', country_code: 'JOR' },
      custom_attributes: { plan: 'Team', monthly_seats: 12, 'المسمى الوظيفي': 'مديرة العمليات' },
    },
    { companies: [company], tags: [addTag(workspace, 'مهم')] },
  )
  startConversation(workspace, { contact, title: 'مشكلة في الفاتورة', body: '<p>الفاتورة غير صحيحة</p>', at: NOW - HOUR })
  startConversation(workspace, { contact, body: '<p>كيف أضيف زميلاً جديداً؟</p>', at: NOW - 2 * DAY })
  return contact
})
