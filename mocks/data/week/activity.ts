import type { Contact } from '../../types.ts'
import { nextId } from '../../workspace.ts'
import { buildAddressableList } from '../build-people.ts'
import type { Cast } from '../cast.ts'
import { DAY, HOUR } from '../clock.ts'

/** Adds notes on customers and events of the app. */
export function addActivity({ workspace, now, admins, contacts }: Cast): void {
  const note = (contact: Contact | undefined, author: Cast['admins']['tom'], days: number, body: string) => {
    if (!contact) return
    const id = nextId(workspace, 'note')
    workspace.notes.push({ type: 'note', id, created_at: now - days * DAY, contact: { type: 'contact', id: contact.id }, author, body })
    contact.notes = buildAddressableList(contact.id, 'notes', [...contact.notes.data.map((one) => one.id), id])
  }
  note(contacts.maya, admins.lena, 90, '<p>Decides about analytics for all four shops. Prefers screenshots to words.</p>')
  note(contacts.maya, admins.priya, 12, '<p>Votes for guest annotations.</p>')
  note(contacts.grant, admins.tom, 61, '<p>Was charged twice in September, refunded by hand. Watch this account.</p>')
  note(contacts.ravi, admins.yuki, 200, '<p>Runs the identity provider at Brightside. Call him in an outage.</p>')

  const event = (contact: Contact | undefined, event_name: string, hours: number, metadata: Record<string, unknown> = {}) => {
    if (!contact) return
    workspace.events.push({
      type: 'event',
      id: nextId(workspace, 'event'),
      event_name,
      created_at: now - hours * HOUR,
      user_id: contact.external_id,
      intercom_user_id: contact.id,
      email: contact.email,
      metadata,
    })
  }
  event(contacts.maya, 'dashboard_shared', 300, { dashboard: 'Board', guests: 3 })
  event(contacts.maya, 'chart_exported', 50, { format: 'png' })
  event(contacts.maya, 'chart_exported', 2, { format: 'csv' })
  event(contacts.chloe, 'plan_upgraded', 400, { plan: 'Team', price: { amount: 41000, currency: 'eur' } })
  event(contacts.noor, 'source_connected', 460, { source: 'postgres' })
}
