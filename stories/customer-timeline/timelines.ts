/** Customers with a history for stories, each in its own workspace. */
import {
  addContact, buildWorkspace, closeConversation, DAY, HOUR, MINUTE, nextId, NOW, startConversation, type Contact, type Workspace,
} from '../../mocks/index.ts'

export interface StoryTimeline {
  workspace: () => Workspace
  contactId: string
}

/** Adds a customer with a history to the mocked support week. Ids are sequential, so they are stable. */
function withHistory(add: (history: History) => void, overrides: Parameters<typeof addContact>[1] = {}): StoryTimeline {
  const build = () => {
    const workspace = buildWorkspace()
    const contact = addContact(workspace, { name: 'Ingrid Solheim', email: 'ingrid.solheim@haldenbrook.example', ...overrides })
    add(new History(workspace, contact))
    return { workspace, contactId: contact.id }
  }
  return { workspace: () => build().workspace, contactId: build().contactId }
}

class History {
  private workspace: Workspace
  private contact: Contact
  constructor(workspace: Workspace, contact: Contact) {
    this.workspace = workspace
    this.contact = contact
  }

  event(event_name: string, ago: number, metadata: Record<string, unknown> = {}) {
    const { id, external_id, email } = this.contact
    this.workspace.events.push({
      type: 'event', id: nextId(this.workspace, 'event'), event_name, created_at: NOW - ago, user_id: external_id, intercom_user_id: id, email, metadata,
    })
  }

  note(body: string, ago: number, admin = 1) {
    const author = this.workspace.admins[admin]!
    this.workspace.notes.push({
      type: 'note', id: nextId(this.workspace, 'note'), created_at: NOW - ago, contact: { type: 'contact', id: this.contact.id }, author, body,
    })
  }

  conversation(title: string | null, body: string, ago: number, isClosed = false) {
    const { workspace, contact } = this
    const conversation = startConversation(workspace, { contact, title, body: `<p>${body}</p>`, at: NOW - ago })
    if (isClosed) closeConversation(workspace, conversation, workspace.bot, NOW - ago + HOUR)
  }
}

/** Three days of events, notes and conversations, and more before. */
export const fullTimeline = withHistory((history) => {
  history.event('plan_upgraded', 25 * MINUTE, { plan: 'Scale', price: { amount: 41000, currency: 'eur' }, invoice: { url: 'https://billing.tidewater.example/in_2041', value: 'in_2041' } })
  history.conversation('Invoices go to the wrong address', 'Our invoices still go to the old billing address.', 3 * HOUR)
  history.event('seats_added', 4 * HOUR, { seats: 12, yearly: true })
  history.note('<p>Renews in <b>February</b>. Prefers a call before any change of price.</p>', DAY)
  history.event('dashboard_shared', DAY + 2 * HOUR, { dashboard: 'Board', guests: 3 })
  history.conversation(null, 'The CSV export of our orders dashboard always stops at 10,000 rows.', 2 * DAY, true)
  for (let index = 0; index < 30; index += 1) history.event(index % 2 ? 'chart_exported' : 'report_opened', 3 * DAY + index * 7 * HOUR, index % 2 ? { format: 'csv' } : {})
})

export const emptyTimeline = withHistory(() => {})

/** Hostile markup and addresses, long words, events of one second, and texts without content. */
export const worstTimeline = withHistory((history) => {
  const long = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen'.repeat(6)
  history.event(`${'very_'.repeat(28)}long_name`, MINUTE, { [long.slice(0, 180)]: long, empty: '', nothing: null })
  history.event('<img src=x onerror=alert(1)>', 2 * MINUTE, {
    link: { url: 'javascript:alert(1)', value: '<script>alert(1)</script>' }, '\u202Eexe.gpj': 'a\u202Eb', price: { amount: 1e21, currency: 'xts' }, yen: { amount: 1200, currency: 'jpy' },
  })
  history.note(`<p><a href="javascript:alert(1)">${long}</a></p><script>alert(1)</script>`, 3 * MINUTE)
  history.note('', 4 * MINUTE)
  history.conversation(long, long, 5 * MINUTE)
  history.conversation(null, '', 6 * MINUTE, true)
  for (const letter of 'abcdefghij') history.event(`batch_${letter}`, 7 * MINUTE)
})

export const arabicTimeline = withHistory((history) => {
  history.event('plan_upgraded', HOUR, { plan: 'Scale', price: { amount: 41000, currency: 'sar' } })
  history.note('<p>يفضّل المكالمات صباحًا، ويجدد اشتراكه في فبراير.</p>', DAY)
  history.conversation('الفواتير تصل إلى العنوان القديم', 'ما زالت الفواتير تصل إلى العنوان القديم.', 2 * DAY, true)
}, { name: 'عمر الشمري', email: 'omar@dunes.example' })

export const manyNotes = withHistory((history) => {
  for (let index = 0; index < 60; index += 1) history.note(`<p>Call ${60 - index}</p>`, index * DAY)
})
