import type { Cast } from '../cast.ts'
import { DAY, HOUR, MINUTE } from '../clock.ts'
import { toImageHtml, startThread } from '../thread.ts'

/** Adds conversations of new customers. */
export function addOnboarding({ workspace, now, admins, teams, tags, contacts }: Cast): void {
  const { priya, tom, lena, yuki } = admins
  const { noor, lead, visitor, phone, hanna, maya } = contacts
  if (!noor || !lead || !visitor || !phone || !hanna || !maya) return

  startThread(workspace, {
    contact: noor,
    author: { type: 'admin', id: lena.id, name: lena.name, email: lena.email },
    at: now - 20 * DAY,
    title: 'Welcome to Tidewater',
    body: `<h1>Welcome, Noor</h1><p>Three steps, about twenty minutes:</p><ol><li><b>Connect</b> a source<ul><li>your database, or</li><li>the JavaScript snippet</li></ul></li><li><b>Name</b> five events that matter</li><li><b>Invite</b> two people</li></ol><hr><p>Answer here whenever you get stuck. A person reads it.</p>`,
    source: { type: 'email', subject: 'Welcome to Tidewater', delivered_as: 'automated' },
  })
    .customer(1500, '<p>Step 1 is done! What is an event that matters?</p>')
    .admin(lena, 190, `<p>Good question. Something a teacher does because it helps <i>her</i>, such as <code>lesson_published</code>, rather than <code>page_viewed</code>.</p>${toImageHtml('naming-events.png', 'An example of five named events')}`)
    .customer(60, '<p>Understood, thank you!</p>')
    .close(lena, 5)
    .customer(9 * 24 * 60, '<p>Me again. We have six events now. How do I compare two schools?</p>')
    .admin(lena, 44, '<p>With a breakdown: open a chart, press <b>B</b>, choose <code>school</code>.</p>')
    .close(lena, 600)
    .tag(tags.onboarding)

  startThread(workspace, {
    contact: lead,
    at: now - 4 * MINUTE,
    body: '<p>hi! do you have a discount for non-profits? we are 6 people</p>',
    source: { url: 'https://tidewater.example/pricing' },
  })

  startThread(workspace, {
    contact: visitor,
    at: now - 4 * DAY,
    body: '<p>Is my data kept in the EU?</p>',
    source: { url: 'https://tidewater.example/security' },
  })
    .bot(0.2, '<p>You can choose: EU (Frankfurt) or US (Ohio), and it never leaves the region that you chose.</p>')
    .event('quick_reply', 0.1, workspace.bot, {
      body: '<p>Did that help?</p>',
      metadata: { quick_reply_options: [
        { text: 'Yes, thanks', uuid: '1f0c7a52-3d70-4c3f-9d4e-52d2b6a1c001' },
        { text: 'Talk to a person', uuid: '1f0c7a52-3d70-4c3f-9d4e-52d2b6a1c002' },
      ] },
    })
    .customer(0.4, '<p>Talk to a person</p>', { metadata: { quick_reply_uuid: '1f0c7a52-3d70-4c3f-9d4e-52d2b6a1c002' } })
    .assign(tom, 9, teams.support)
    .admin(yuki, 5, '<p>Hello! Yuki here, a person. What would you like to know about it?</p>')
    .event('channel_and_reply_time_expectation', 0.1, workspace.bot)
    .snooze(yuki, 3 * 24 * 60, now + 20 * HOUR)

  startThread(workspace, {
    contact: phone,
    at: now - 3 * DAY - 1 * HOUR,
    title: 'Message from a phone call',
    body: '<p>She cannot find the weekly report that used to come on Mondays. No e-mail address on the account; she asks for a call back after three.</p>',
    source: { type: 'phone_call', delivered_as: 'customer_initiated', url: null },
  })
    .note(priya, 15, '<p>Called twice, no answer. Trying again tomorrow.</p>')

  startThread(workspace, {
    contact: hanna,
    at: now - 8 * DAY,
    title: 'Import from another tool',
    body: '<p>Can you import two years of history from our old tool? We have the raw export (11 GB of JSON lines).</p>',
  })
    .assign(tom, 70, yuki)
    .admin(yuki, 12, '<p>Yes. Upload it to the bucket that I just shared with you, and I will map the fields with you tomorrow.</p>')
    .customer(1300, '<p>Uploaded!</p>')
    .admin(yuki, 90, '<p>Imported: 41,209,112 events, 3 rejected (they have no time).</p>')
    .customer(10, '<p>Three! I love it.</p>')
    .close(yuki, 1)
    .rate(5, 5, 'Best import of my life', yuki)
    .tag(tags.onboarding, tags.export)

  startThread(workspace, {
    contact: maya,
    at: now - 12 * DAY,
    title: 'Annotations on shared boards',
    body: '<p>Can guests add annotations to a board that I share with a link?</p>',
  })
    .admin(priya, 26, '<p>Not yet, guests can only read. I have added your vote to the request.</p>')
    .customer(4, '<p>Thanks, that is what I thought.</p>')
    .close(priya, 2)
    .rate(3, 4, 'Quick, though not the answer I hoped for', priya)
}
