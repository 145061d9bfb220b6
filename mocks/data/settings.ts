import type { Timestamp } from '../types.ts'
import { type Workspace, nextId } from '../workspace.ts'
import { DAY } from './clock.ts'

const reasons = [['🍴', 'At lunch'], ['🌴', 'On holiday'], ['🤒', 'Off sick']] as const

const subscriptions = [
  ['opt_out', 'email', 'Product updates', 'What is new in Tidewater, once a month'],
  ['opt_in', 'sms_message', 'Incident messages', 'When dashboards are late or wrong'],
] as const

const attributes = [
  ['Plan area', 'Part of the product', 'list', ['Billing', 'Dashboards', 'Sign-in', 'Sync']],
  ['Severity', 'How many people are affected', 'list', ['Low', 'Normal', 'High']],
  ['Affected people', '', 'integer', []],
  ['Needs engineering', 'Whether a developer has to look', 'boolean', []],
  ['Order number', '', 'string', []],
  ['Follow up on', '', 'datetime', []],
] as const

/** Adds away reasons, segments, subscription types and definitions of conversation attributes. */
export function addSettings(workspace: Workspace, now: Timestamp): void {
  const at = now - 400 * DAY
  const since = { created_at: at, updated_at: at }
  workspace.away_reasons = reasons.map(([emoji, label], index) => (
    { type: 'away_status_reason', id: String(index + 1), label, emoji, order: index + 1, deleted: false, ...since }
  ))
  const admin_id = workspace.viewer_id
  workspace.conversation_attributes = attributes.map(([name, description, data_type, labels], index) => ({
    type: 'conversation_attribute', id: index + 1, name, description, data_type, required: false, visible_to_team_ids: [],
    archived: false, ...since, admin_id, ...(data_type === 'string' && { multiline: false }),
    ...(data_type === 'list' && { options: labels.map((label, place) => ({ id: `a1b2c3d4-e5f6-7890-abcd-ef12345678${index}${place}`, label, archived: false })) }),
  }))
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
