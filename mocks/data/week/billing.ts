import type { Cast } from '../cast.ts'
import { DAY, HOUR, MINUTE } from '../clock.ts'
import { toImageHtml, startThread, buildUpload } from '../thread.ts'

/** Adds conversations about money: a double charge, a pending refund, a VAT number, a declined card, an upgrade. */
export function addBilling({ workspace, now, admins, teams, tags, contacts }: Cast): void {
  const { kofi, tom, priya } = admins
  const { grant, hanna, chloe, lucas, ingrid, ben } = contacts
  if (!grant || !hanna || !chloe || !lucas || !ingrid || !ben) return

  startThread(workspace, {
    contact: grant,
    at: now - 5 * HOUR - 12 * MINUTE,
    title: 'Third month in a row that we are charged twice',
    body: `<p>This is the THIRD month. Two charges again, €980 each, same day. Last time I was promised it was "fixed on our side".</p>
<p>I have a renewal conversation with my CFO on Friday and right now my recommendation is that we leave. Refund it today, and tell me what actually went wrong.</p>${toImageHtml('invoice-double-charge.png', 'Two charges of the same amount on a bank statement')}`,
    source: { url: 'https://app.tidewater.example/settings/billing' },
  })
    .event('default_assignment', 0.1, workspace.bot, { assigned_to: { type: 'team', id: teams.billing.id } })
    .set({ team_assignee_id: Number(teams.billing.id), priority: 'priority' })
    .note(tom, 6, `<p>Grant is right, this is the same account as in September. <b>Do not</b> answer with the template. Kofi, can you pull both charge ids before anybody replies? I will call him at four.</p>`)
    .assign(tom, 1, kofi)
    .note(kofi, 22, `<p>Found it. Two subscriptions on the customer: the old one from the 2024 migration was never cancelled.</p>
<ol><li>old: <code>sub_1NkT</code>, renews on the 18th</li><li>new: <code>sub_1Rw2</code>, renews on the 18th</li></ol>
<p>So it is not a retry, it is two contracts. He is owed three months, €2,940.</p>`)
    .customer(118, '<p>Hello? Two hours.</p>')
    .customer(47, '<p>I see "Kofi is looking into it". For how long?</p>')
    .tag(tags.billing, tags.churn)
    .attributes({ issue_type: 'Billing', refund_eur: 2940 })

  startThread(workspace, {
    contact: hanna,
    at: now - 2 * DAY - 3 * HOUR,
    title: 'Refund for unused seats',
    body: '<p>Hi, we let four people go in October and I only took their seats away yesterday. Is there any chance to get the difference back for November? I know it is our own mistake.</p>',
  })
    .assign(tom, 34, kofi)
    .admin(kofi, 11, '<p>Hi Hanna, I am sorry to hear about October. Seats are billed in advance, but I can credit the four seats from the day you last saw these people sign in. Shall I do that?</p>')
    .customer(260, '<p>That would be very kind, yes please!</p>')
    .set({ read: true })
    .tag(tags.billing)

  startThread(workspace, {
    contact: chloe,
    at: now - 26 * HOUR,
    title: 'VAT number on invoice TW-20418',
    body: '<p>Could you put our HST number on invoice TW-20418? Finance will not pay without it: <code>80412 3344 RT0001</code></p>',
    source: { url: 'https://app.tidewater.example/settings/invoices' },
  })
    .bot(0.3, '<p>I can update the tax number for <b>future</b> invoices under <a href="https://help.tidewater.example/billing/tax-numbers">Settings &rsaquo; Billing &rsaquo; Tax details</a>. For an invoice that was already sent, I am bringing in somebody from our billing team.</p>')
    .assign(tom, 12, kofi)
    .admin(kofi, 25, '<p>Hi Chloe, here is the corrected invoice. The old one is void, so please use this one.</p>', {
      attachments: [buildUpload('TW-20418-corrected.pdf', 'application/pdf', 91_204)],
    })
    .customer(14, '<p>Perfect, thank you Kofi!</p>')
    .close(kofi, 3)
    .rate(20, 5, 'Fast and friendly', kofi)
    .tag(tags.billing)

  startThread(workspace, {
    contact: lucas,
    at: now - 3 * DAY - 2 * HOUR,
    title: 'Card declined',
    body: '<p>My card is declined but it works everywhere else. Boleto is not offered for my plan.</p>',
  })
    .admin(kofi, 95, '<p>Hi Lucas, your bank asks for 3-D Secure and the window was closed before it was confirmed. I have sent you a payment link by e-mail, it is valid for 72 hours.</p>')
    .customer(400, '<p>Ok, I will ask our finance to pay it, they are back on Friday.</p>')
    .admin(kofi, 12, '<p>No hurry, your account stays active until then.</p>')
    .snooze(kofi, 1, now + 2 * DAY - 6 * HOUR)
    .tag(tags.billing)

  startThread(workspace, {
    contact: ingrid,
    author: { type: 'admin', id: admins.lena.id, name: admins.lena.name, email: admins.lena.email },
    at: now - 4 * DAY,
    title: 'Your renewal in February',
    body: `<h2>Your renewal on 1 February</h2><p>Hi Ingrid, ahead of our call, here is what would change:</p>
<table><tbody><tr><th>What</th><th>Today</th><th>From February</th></tr><tr><td>Seats</td><td>205</td><td>unlimited</td></tr><tr><td>Events a month</td><td>40 million</td><td>60 million</td></tr><tr><td>Price a month</td><td>€3,100</td><td>€3,100</td></tr></tbody></table>
<p>If that looks right, I will send the order form.</p><p><a class="intercom-h2b-button" href="https://tidewater.example/renewals/fjordlys">See the proposal</a></p>`,
    source: { type: 'email', subject: 'Your renewal in February', delivered_as: 'admin_initiated' },
  })
    .customer(1130, '<p>Looks good! Two of us will join the call on Thursday.</p>')
    .admin(admins.lena, 35, '<p>Wonderful, talk to you then.</p>')
    .assign(admins.lena, 0.2, admins.lena)

  startThread(workspace, {
    contact: ben,
    at: now - 41 * MINUTE,
    body: '<p>does the trial just end or do i get charged on the 29th? i never put a card in</p>',
    source: { url: 'https://app.tidewater.example/welcome' },
  })
    .bot(0.2, '<p>Your trial simply ends on 29 November. Nothing is charged as long as there is no payment method on your account, and your data stays for 30 days in case you come back.</p><p>Did that answer your question?</p>')
    .customer(2, '<p>yes thx</p>')
    .close(priya, 24)
}
