import type { Timestamp } from '../types.ts'
import type { Workspace } from '../workspace.ts'
import { buildCast } from './cast.ts'
import { DAY, HOUR, MINUTE, NOW } from './clock.ts'
import { buildContentSources, buildUpload, startThread, toImageHtml } from './thread.ts'

/** Id of the conversation with the most to see: notes, a reply, an attachment and an assignment. */
export const DEMO_CONVERSATION = '215471000000001'

const buildSla = (sla_name: string, sla_status: string) => ({ type: 'conversation_sla_summary', sla_name, sla_status } as const)

/**
 * Builds an ordinary afternoon at Tidewater Metrics, for first impressions: ten open conversations, of which three are
 * unread and three are waiting, two snoozed ones and two closed ones.
 * @param options.now Current time in Unix seconds.
 */
export function buildDemoWorkspace({ now = NOW }: { now?: Timestamp } = {}): Workspace {
  const { workspace, admins, teams, tags, contacts } = buildCast(now)
  const { priya, tom, kofi, yuki } = admins
  const { ravi, noor, daniel, ingrid, amelie, hanna, chloe, grant, maya, ben, lucas, multi } = contacts
  if (!ravi || !noor || !daniel || !ingrid || !amelie || !hanna || !chloe || !grant || !maya || !ben || !lucas || !multi) {
    throw new Error('The cast lacks a customer of the demo workspace.')
  }

  startThread(workspace, {
    contact: ravi,
    at: now - 3 * HOUR,
    title: 'SSO redirect loop after the certificate change',
    body: '<p>Hi, since we rotated our SAML certificate this morning, signing in sends everyone back to the login page. 148 people are affected. Password login still works for admins.</p>',
    source: { url: 'https://app.tidewater.example/login' },
  })
    .attributes({ 'Plan area': 'Sign-in', Severity: 'High', 'Affected people': 148, 'Needs engineering': true })
    .assign(tom, 4, priya)
    .note(priya, 9, '<p>Their identity provider signs with the new certificate, but our side still has the fingerprint from March. <b>Settings &rsaquo; SSO</b> shows both.</p>')
    .admin(priya, 6, '<p>Hi Ravi, thanks for the detailed report. We still check the old fingerprint. Could you upload the new certificate under <b>Settings &rsaquo; SSO</b> and try a private window?</p><ul><li>Keep the old one until you have signed in.</li><li>Sessions that are open stay open.</li></ul>')
    .customer(106, '<p>Uploaded, and I can sign in again. Two colleagues in Pune still see the loop. Here is what they get:</p>', {
      attachments: [buildUpload('saml-response.xml', 'text/xml', 12_480)],
    })
    .set({ read: true, priority: 'priority', sla_applied: buildSla('First reply in 15 minutes', 'hit') })
    .tag(tags.sso)

  startThread(workspace, {
    contact: noor,
    at: now - 6 * MINUTE,
    title: 'Invite a second teacher',
    body: '<p>Hello! I want to invite my co-teacher, but the button says "Seat limit reached". We are on Starter with four seats and only three people. What am I missing?</p>',
  }).tag(tags.onboarding)

  startThread(workspace, {
    contact: daniel,
    at: now - 41 * MINUTE,
    title: 'Nightly sync gets 429 responses',
    body: '<p>Our sync job has been getting 429 since Monday, always around 02:10. Did a limit change?</p>',
    source: { url: 'https://app.tidewater.example/api/keys' },
  })
    .bot(0.2, '<p>The limit is 60 requests a minute for each key. If a job needs more, a teammate can raise it. I am handing this over, so that somebody looks at your key.</p>')
    .agent({
      resolution_state: 'routed_to_team',
      content_sources: buildContentSources([
        ['Rate limits of the API', 'https://help.tidewater.example/api/rate-limits'],
        ['Schedule a sync', 'https://help.tidewater.example/sync/schedule'],
      ]),
    })
    .attributes({ 'Plan area': 'Sync', Severity: 'Normal' })
    .assign(tom, 4.8, yuki)
    .admin(yuki, 22, '<p>Hi Daniel, the limit is the same, but your job now sends all its calls in the first second. If you wait for <code>Retry-After</code>, it gets through. I can raise your limit for this week while you change it. Would that help?</p>')
    .tag(tags.api)

  startThread(workspace, {
    contact: ingrid,
    at: now - 22 * MINUTE,
    title: 'Revenue dashboard is empty',
    body: `<p>The revenue dashboard shows no data since the import this morning. The board meets at 17:00, so please have a look soon.</p>${toImageHtml('empty-dashboard.png', 'A dashboard without data')}`,
  })
    .set({ priority: 'priority' })
    .tag(tags.bug)

  startThread(workspace, {
    contact: amelie,
    at: now - 80 * MINUTE,
    title: 'Order number on the November invoice',
    body: '<p>Could you add our order number, PO-20418, to the November invoice? Accounting can only pay it with the number.</p>',
    source: { type: 'email', subject: 'Order number on the November invoice', url: null },
  })
    .attributes({ 'Plan area': 'Billing', 'Order number': 'PO-20418' })
    .event('default_assignment', 0.1, workspace.bot, { assigned_to: { type: 'team', id: teams.billing.id } })
    .set({ team_assignee_id: Number(teams.billing.id), sla_applied: buildSla('Billing in one hour', 'active') })
    .tag(tags.billing)

  startThread(workspace, {
    contact: hanna,
    at: now - 26 * HOUR,
    title: 'Refund for unused seats',
    body: '<p>Hi, four people left in October, and I only removed their seats yesterday. Can we get the difference back for November?</p>',
  })
    .assign(tom, 34, kofi)
    .customer(1250, '<p>A small reminder, since we close the month today.</p>')
    .admin(kofi, 149, '<p>Hi Hanna, I credited the four seats from 1 November. The credit of €96 is on your next invoice.</p>')
    .tag(tags.billing)

  startThread(workspace, {
    contact: chloe,
    at: now - 5 * HOUR,
    title: 'Export stops at 10,000 rows',
    body: '<p>Every CSV export of our orders ends at exactly 10,000 rows. Is that a limit?</p>',
  })
    .admin(priya, 12, '<p>Hi Chloe, the browser export has that limit. The scheduled export has none. Which one do you use?</p>')
    .customer(128, '<p>The scheduled one, every Monday.</p>')
    .assign(priya, 1, priya)
    .set({ read: true })
    .tag(tags.export)

  startThread(workspace, {
    contact: grant,
    at: now - 7 * HOUR,
    title: 'Charged twice in November',
    body: `<p>We were charged twice again: two payments of €980 on the same day. Last month I was told it was fixed.</p>${toImageHtml('invoice-double-charge.png', 'Two charges of the same amount on a bank statement')}`,
  })
    .assign(tom, 6, kofi)
    .note(kofi, 22, '<p>The subscription from the 2024 migration was never cancelled. He is owed €980.</p>')
    .customer(130, '<p>Any news? I speak to our CFO on Friday.</p>')
    .set({ read: true, priority: 'priority', sla_applied: buildSla('First reply in 15 minutes', 'missed') })
    .attributes({ 'Plan area': 'Billing', Severity: 'High' })
    .tag(tags.billing, tags.churn)

  startThread(workspace, {
    contact: maya,
    at: now - 28 * HOUR,
    title: 'Weekly report by email',
    body: '<p>Can a dashboard be sent to people without an account?</p>',
  })
    .admin(priya, 17, '<p>Yes. Choose <b>Share &rsaquo; Schedule</b> and add their addresses. They get a PDF.</p>')

  startThread(workspace, {
    contact: ben,
    at: now - 2 * DAY,
    title: 'Extend our trial',
    body: '<p>We were on holiday for half of the trial. Could we have another week?</p>',
  })
    .admin(tom, 25, '<p>Of course. Your trial now ends on 29 November.</p>')

  startThread(workspace, {
    contact: lucas,
    at: now - 2 * DAY - HOUR,
    title: 'Card declined at renewal',
    body: '<p>Our bank declined the payment, although the card is valid. They ask for the name of the merchant.</p>',
  })
    .admin(kofi, 14, '<p>Hi Lucas, it is TIDEWATER METRICS LTD, Dublin. I will try the charge again tomorrow morning.</p>')
    .snooze(kofi, 1, now + 18 * HOUR)
    .tag(tags.billing)

  startThread(workspace, {
    contact: multi,
    at: now - 3 * DAY,
    title: 'One login for three clients',
    body: '<p>I consult for three of your customers. Can I use one login for all of them?</p>',
  })
    .admin(priya, 40, '<p>Not yet, but we ship it this week. I will write to you when it is live.</p>')
    .snooze(priya, 1, now + 2 * DAY)

  startThread(workspace, {
    contact: ravi,
    at: now - 12 * DAY,
    title: 'Audit log of sign-ins',
    body: '<p>Where can I see who signed in last month? Our auditor asks.</p>',
  })
    .admin(priya, 19, '<p>Under <b>Settings &rsaquo; Audit log</b>. You can export it there, too.</p>')
    .customer(8, '<p>Exactly what I needed, thank you.</p>')
    .close(priya, 2)
    .rate(15, 5, 'Quick and precise', priya)

  startThread(workspace, {
    contact: maya,
    at: now - 9 * DAY,
    title: 'Colours of the stacked chart',
    body: '<p>The new colours are much easier to tell apart. Thank you!</p>',
  })
    .admin(yuki, 30, '<p>Thank you for telling us, Maya.</p>')
    .close(yuki, 1)
    .tag(tags.praise)

  return workspace
}
