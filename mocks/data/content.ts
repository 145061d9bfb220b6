import { escapeHtml, textToHtml } from '../api/html.ts'
import type { Macro, Timestamp } from '../types.ts'
import { type Workspace, nextId } from '../workspace.ts'
import { DAY } from './clock.ts'

const signature = '\n\nBest,\n{{teammate.first_name}}'

/** Names, texts, and the number of the team in the workspace if only that team sees the reply. */
const macros: [name: string, text: string, team?: number][] = [
  ['Greeting', `Hi {{user.first_name|fallback:"there"}},\n\nthank you for writing to Tidewater.${signature}`],
  ['Ask for a screenshot', 'Hi {{user.first_name|fallback:"there"}}, could you send me a screenshot of the dashboard, with the address bar in it?'],
  ['Export limit', 'The browser export stops at 10,000 rows. The scheduled export has no limit: choose Share, then Schedule.'],
  ['Rate limit of the API', 'Each key may send 60 requests a minute. If a job needs more, I can raise the limit of {{company.name|fallback:"your workspace"}} for a week.'],
  ['Single sign-on: certificate changed', 'Please upload the new certificate under Settings, then SSO, and try a private window. Keep the old one until you have signed in.'],
  ['Trial extended', 'Hi {{user.first_name|fallback:"there"}}, I extended the trial of {{company.name}} by a week. It now ends on {{conversation.custom_attributes.trial_end}}.'],
  ['Refund is on its way', 'Hi {{user.first_name|fallback:"there"}}, I refunded order {{order.number}}. It takes {{refund.days|fallback:"five"}} days to reach your account.', 1],
  ['Second reminder of an invoice', 'Dear {{user.name}}, the invoice of {{company.name}} is overdue. A receipt goes to {{user.email}} once it is paid.', 1],
  ['Incident: dashboards are late', 'We are looking into late dashboards since {{incident.started_at}}. Data is safe, and catches up by itself.', 2],
  ['Close without an answer', `Hi {{user.first_name|fallback:"there"}}, I close this for now. Reply at any time, and it opens again.${signature}`],
]

/** Titles and first sentences. Articles without an address are drafts. */
const articles: [title: string, text: string, path: string | null][] = [
  ['Export a dashboard', 'The browser exports up to 10,000 rows. The scheduled export has no limit.', 'export/dashboards'],
  ['Schedule a report by email', 'People without an account get a PDF every week.', 'export/schedule'],
  ['Rate limits of the API', 'Each key may send 60 requests a minute.', 'api/rate-limits'],
  ['Change the SAML certificate', 'Upload the new certificate before the old one ends.', 'sso/certificate'],
  ['Read your invoice', 'Every invoice is under Settings, then Billing.', 'billing/invoices'],
  ['Refunds for seats', 'Seats that you remove are credited from the next day on.', 'billing/refunds'],
  ['Schedule a sync', 'A sync runs every hour, or when you press Sync now.', 'sync/schedule'],
  ['Audit log of sign-ins', 'Owners see every sign-in of the last 90 days.', 'security/audit-log'],
  ['Refunds in other currencies', 'How exchange rates change the amount of a refund.', null],
  ['Forecasts', 'A first look at forecasts of a metric.', null],
]

const internalArticles: [title: string, text: string][] = [
  ['When to approve a refund', 'Up to €500 without asking. Above that, ask Kofi. Never promise a date.'],
  ['Raise the rate limit of a key', 'Admin console, Keys, Limit. A week at most, and leave a note.'],
  ['Who is on call', 'The rota changes on Mondays at 10:00.'],
  ['Certificate incidents', 'The fingerprint of March is still checked for 12 workspaces.'],
]

const toMacroBody = (text: string) => textToHtml(text).replace(
  /\{\{([\w.]+)(?:\|fallback:"([^"]*)")?\}\}/g,
  (_, key: string, fallback?: string) => `<attribute key="${key}"${fallback === undefined ? '' : ` default="${escapeHtml(fallback)}"`}/>`,
)

/** Adds saved replies, and articles for customers and for teammates. */
export function addContent(workspace: Workspace, now: Timestamp): void {
  const author_id = Number(workspace.viewer_id)
  const getTimes = (index: number) => ({ created_at: now - (60 + index) * DAY, updated_at: now - (1 + index) * DAY })
  for (const [index, [name, text, team]] of macros.entries()) {
    const { created_at, updated_at } = getTimes(index)
    workspace.macros.push({
      type: 'macro', id: nextId(workspace, 'macro'), name, body: toMacroBody(text), body_text: text,
      created_at: new Date(created_at * 1000).toISOString(), updated_at: new Date(updated_at * 1000).toISOString(),
      visible_to: team === undefined ? 'everyone' : 'specific_teams',
      visible_to_team_ids: team === undefined ? [] : [workspace.teams[team]?.id ?? ''], available_on: ['inbox', 'messenger'],
    } satisfies Macro)
  }
  workspace.macros.push({ ...structuredClone(workspace.macros[0]!), id: nextId(workspace, 'macro'), name: 'Messenger greeting', available_on: ['messenger'] })
  for (const [index, [title, text, path]] of articles.entries()) {
    workspace.articles.push({
      type: 'article', id: nextId(workspace, 'article'), workspace_id: workspace.app.id_code, title, description: text, body: textToHtml(text),
      author_id, state: path === null ? 'draft' : 'published', ...getTimes(index),
      url: path && `https://help.tidewater.example/${path}`, parent_ids: [], tags: { type: 'tag.list', tags: [] },
    })
  }
  for (const [index, [title, text]] of internalArticles.entries()) {
    const id = nextId(workspace, 'article')
    workspace.internal_articles.push({ type: 'internal_article', id, title, body: textToHtml(text), owner_id: author_id, author_id, ...getTimes(index), locale: 'en' })
  }
}
