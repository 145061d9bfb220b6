import type { Timestamp } from '../types.ts'
import { type Workspace, nextId } from '../workspace.ts'
import { DAY } from './clock.ts'

const reasons = [['🍴', 'At lunch'], ['🌴', 'On holiday'], ['🤒', 'Off sick']] as const

const subscriptions = [
  ['opt_out', 'email', 'Product updates', 'What is new in Tidewater, once a month'],
  ['opt_in', 'sms_message', 'Incident messages', 'When dashboards are late or wrong'],
] as const

/** Adds away reasons, segments and subscription types. */
export function addSettings(workspace: Workspace, now: Timestamp): void {
  const at = now - 400 * DAY
  const since = { created_at: at, updated_at: at }
  workspace.away_reasons = reasons.map(([emoji, label], index) => (
    { type: 'away_status_reason', id: String(index + 1), label, emoji, order: index + 1, deleted: false, ...since }
  ))
  const segment = (name: string, query: object) =>
    workspace.segments.push({ type: 'segment', id: nextId(workspace, 'segment'), name, ...since, person_type: 'user', query })
  segment('On the Scale plan', { field: 'custom_attributes.plan', operator: '=', value: 'Scale' })
  segment('Writes English', { field: 'browser_language', operator: '=', value: 'en' })
  for (const [consent_type, content_type, name, description] of subscriptions) {
    const translation = { name, description, locale: 'en' }
    workspace.subscription_types.push({
      type: 'subscription', id: nextId(workspace, 'subscription'), state: 'live', consent_type,
      default_translation: translation, translations: [translation], content_types: [content_type],
    })
  }
}
