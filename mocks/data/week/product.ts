import type { Cast } from '../cast.ts'
import { DAY, HOUR, MINUTE } from '../clock.ts'
import { toImageHtml, startThread, buildUpload } from '../thread.ts'

/**
 * Adds conversations about the product: rate limits, a truncated export, a gap in a chart, a slow webhook, praise, a
 * feature request.
 */
export function addProduct({ workspace, now, admins, teams, tags, contacts }: Cast): void {
  const { priya, tom, yuki, sofia } = admins
  const { maya, daniel, chloe, ingrid, oneill, ben } = contacts
  if (!maya || !daniel || !chloe || !ingrid || !oneill || !ben) return

  startThread(workspace, {
    contact: maya,
    at: now - 16 * MINUTE,
    title: 'Gap in the weekly chart',
    body: `<p>Our Monday chart has a hole from the 9th to the 11th. Data is there when I query it directly, see below. Board meeting is tomorrow at ten, so&hellip; help?</p>${toImageHtml('weekly-active-chart-gap.png', 'A line chart with three days missing')}<p>Query that <i>does</i> return rows:</p><pre><code>SELECT day, count(*) FROM events
WHERE day BETWEEN '2026-11-09' AND '2026-11-11'
GROUP BY day;</code></pre>`,
    source: {
      url: 'https://app.tidewater.example/dashboards/board?range=30d',
      attachments: [buildUpload('console-error.png', 'image/png', 204_118), buildUpload('har-export.json', 'application/json', 1_884_002)],
    },
  })
    .bot(0.2, '<p>Thanks, Maya. I can see three days without roll-ups on that chart. I am handing this over to a teammate, who will see everything you wrote.</p>')
    .assign(tom, 2, priya)
    .tag(tags.bug)

  startThread(workspace, {
    contact: chloe,
    at: now - 3 * HOUR - 5 * MINUTE,
    title: '429 on the ingestion API',
    body: `<p>We get 429 at about 300 requests a second, but our plan says 500:</p><pre><code>HTTP/2 429
retry-after: 1
x-ratelimit-limit: 300

{"error":"rate_limited","scope":"project"}</code></pre><p>Is the limit by project or by key?</p>`,
    source: { url: 'https://docs.tidewater.example/api/limits' },
  })
    .assign(tom, 14, yuki)
    .admin(yuki, 21, `<p>Hi Chloe, it is <b>by project</b>, and yours still has the limit of the Starter plan. Two ways out:</p>
<ul><li>I raise it for you now (done in a minute), or</li><li>you batch: <code>POST /v2/events/batch</code> takes up to 1,000 events and counts as one request.</li></ul>
<p>Batching makes sense anyway above 50 a second:</p><pre><code>await tidewater.batch(events, { size: 500, flushEvery: '1s' })</code></pre>`)
    .customer(6, '<p>Both please! Batching it is, but we ship on Thursday, so the higher limit would let us sleep.</p>')
    .admin(yuki, 3, '<p>Done: 500 a second from now on. <a href="https://docs.tidewater.example/api/batch">Here is the page about batches.</a></p>')
    .customer(2, '<p>🙏 Does the higher limit also hold for our staging project? It has the same key.</p>')
    .set({ read: true })
    .tag(tags.api)

  startThread(workspace, {
    contact: daniel,
    at: now - DAY - 4 * HOUR,
    title: 'CSV export stops at row 65,536',
    body: '<p>The export of "Container moves 2026" ends at row 65,536. It should have around 2.1 million. The file looks complete, there is no error, so we only noticed because a total was off.</p>',
    source: { attachments: [buildUpload('container-moves-2026-export.csv', 'text/csv', 48_233_991)] },
  })
    .assign(tom, 20, teams.oncall)
    .note(sofia, 44, '<p>The new spreadsheet writer is used for CSV, too. Fix is in review, needs a backfill of cached exports.</p>')
    .admin(priya, 8, '<p>Hi Daniel, you are right, and thank you for noticing: exports since Monday were cut. A fix goes out tonight. Until then this gives you the whole file:</p><pre><code>curl -H "Authorization: Bearer $TOKEN" \\\n  "https://api.tidewater.example/v2/exports/8812?format=csv&amp;engine=legacy" -o moves.csv</code></pre>')
    .customer(130, '<p>That works, thanks. Please tell me when the button is safe again.</p>')
    .admin(priya, 5, '<p>I will.</p>')
    .assign(priya, 0.1, priya)
    .snooze(priya, 1, now + 16 * HOUR)
    .tag(tags.export, tags.bug)

  startThread(workspace, {
    contact: ingrid,
    at: now - 2 * DAY,
    title: 'Just wanted to say',
    body: '<p>No question today! We replaced 14 spreadsheets with one board, and our night shift finally trusts the numbers. Tell whoever built <i>annotations</i> that they have fans in Bergen. ❤️</p>',
  })
    .admin(priya, 12, '<p>Ingrid, this made our day. I have passed it on, and the person who built annotations has printed it.</p>')
    .close(priya, 1)
    .rate(60, 5, '', priya)
    .tag(tags.praise)

  startThread(workspace, {
    contact: oneill,
    at: now - 7 * HOUR,
    title: 'Webhooks arrive 40 minutes late &amp; out of order',
    body: '<p>Since yesterday our <code>alert.fired</code> webhooks come 30 to 40 minutes late, &quot;resolved&quot; before &quot;fired&quot;. Our on-call got paged for something that was over.</p>',
  })
    .bot(0.2, '<p>Webhooks have no guaranteed order; the field <code>created_at</code> tells which came first. See <a href="https://help.tidewater.example/webhooks/order">Order of webhooks</a>.</p>')
    .customer(3, '<p>I know about the order. 40 <b>minutes</b> is not normal. I want a person.</p>')
    .event('operator_workflow_event', 0.1, workspace.bot, { event_details: { workflow: { name: 'Hand over' }, event: { type: 'ended', result: 'routed_to_team' } } })
    .assign(tom, 18, teams.oncall)
    .event('participant_added', 1, { type: 'admin', id: sofia.id, name: sofia.name, email: sofia.email })
    .tag(tags.api, tags.bug)

  startThread(workspace, {
    contact: ben,
    at: now - 2 * DAY - 6 * HOUR,
    body: '<p>is there a dark mode</p>',
  })
    .bot(0.1, '<p>Yes: press <b>T</b> anywhere, or choose it under <a href="https://app.tidewater.example/settings/look">Settings &rsaquo; Look</a>.</p>')
    .customer(1, '<p>oh nice</p>')
    .event('close', 30, workspace.bot)
    .set({ state: 'closed', open: false, waiting_since: null, read: true })
    .setLast({ state: 'closed' })
}
