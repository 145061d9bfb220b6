import type { Cast } from '../cast.ts'
import { DAY, HOUR, MINUTE } from '../clock.ts'
import { toImageHtml, startThread, buildUpload } from '../thread.ts'

/** Adds conversations about access and privacy: single sign-on, a lost phone, a deletion request, a contract by email. */
export function addAccess({ workspace, now, admins, teams, tags, contacts }: Cast): void {
  const { priya, tom, yuki, sofia } = admins
  const { amelie, ravi, multi, leadmail, noor } = contacts
  if (!amelie || !ravi || !multi || !leadmail || !noor) return

  startThread(workspace, {
    contact: ravi,
    at: now - 52 * MINUTE,
    title: 'SSO redirect loop, nobody can sign in',
    body: `<p>Nobody at Brightside has been able to sign in for twenty minutes. Okta says success, then your page sends us back to Okta, and so on.</p>
<p>The last thing in the console:</p><pre><code>GET /auth/saml/acs 302
GET /auth/saml/start?reason=audience_mismatch 302
GET /auth/saml/acs 302  (x 20)</code></pre><p>148 people are waiting. Nothing changed on our side.</p>`,
    source: { url: 'https://app.tidewater.example/auth/saml/start?reason=audience_mismatch' },
  })
    .set({ priority: 'priority' })
    .event('conversation_attribute_updated_by_workflow', 0.1, workspace.bot, {
      event_details: { workflow: { name: 'Triage' }, attribute: { name: 'Urgency' }, value: { name: 'Outage' } },
    })
    .assign(tom, 3, teams.oncall)
    .assign(tom, 0.2, priya)
    .admin(priya, 4, '<p>Hi Ravi, I can reproduce this. A certificate was rotated half an hour ago and your audience value was compared to the new one. Engineering is on it, and I will write here every 15 minutes.</p>')
    .note(sofia, 6, '<p>Rolling back <code>auth-gateway</code> to 2026.46.2. Affects four customers with a custom audience. ETA 10 min.</p>')
    .customer(19, '<p>Thank you. I have the head of IT next to me, could you say which data the rotation touched? He asks whether sessions were valid for anybody else.</p>')
    .customer(7, '<p>Two people just got in. Is that you?</p>')
    .tag(tags.sso, tags.bug)
    .attributes({ issue_type: 'Outage', urgency: 'Outage' })

  startThread(workspace, {
    contact: amelie,
    at: now - 23 * HOUR,
    title: 'Demande de suppression (RGPD, art. 17)',
    body: `<p>Bonjour,</p><p>une ancienne patiente demande l&#39;effacement de ses données. Chez vous, elle devrait apparaître sous <code>patient_88213</code>. Pouvez-vous supprimer ses événements et me confirmer par écrit&nbsp;?</p><p>Merci, Amélie</p>`,
    source: { type: 'email', subject: 'Demande de suppression (RGPD, art. 17)', url: null },
  })
    .assign(tom, 55, yuki)
    .admin(yuki, 9, '<p>Bonjour Amélie, la demande est enregistrée sous le numéro <b>DSR-311</b>. La suppression est faite en sept jours au plus, sauvegardes comprises, et vous recevrez une attestation.</p>')
    .note(yuki, 2, '<p>Deletion job queued for Friday. Send the certificate then; the template is in the privacy folder.</p>')
    .snooze(yuki, 1, now + DAY + 17 * HOUR)
    .tag(tags.privacy)
    .attributes({ request_id: 'DSR-311', due: '2026-11-24' })

  startThread(workspace, {
    contact: leadmail,
    at: now - 6 * DAY,
    title: 'Questionnaire and data processing agreement',
    body: `<p>Dear Sir or Madam,</p><p>please find attached our supplier questionnaire (84 questions) and return it by the end of the month, together with your signed data processing agreement.</p><p>Kind regards,<br>Procurement office</p>`,
    source: {
      type: 'email', subject: 'Questionnaire and data processing agreement', url: null,
      attachments: [buildUpload('supplier-questionnaire-v7-FINAL-final(2).xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 418_211)],
    },
  })
    .admin(tom, 340, '<p>Good afternoon, thank you for your interest. Our data processing agreement is attached and signed. I will send the questionnaire by Thursday.</p>', {
      attachments: [buildUpload('tidewater-dpa-signed.pdf', 'application/pdf', 2_310_442)],
    })
    .customer(2890, `<p>Thank you. One remark: clause 7 needs to name your subprocessors.</p>
<div class="gmail_quote"><div>On Thu, 12 Nov 2026 at 21:04, Tom Gallagher &lt;support@tidewater.example&gt; wrote:<br></div><blockquote style="margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex"><p>Good afternoon, thank you for your interest. Our data processing agreement is attached and signed. I will send the questionnaire by Thursday.</p><blockquote><p>Dear Sir or Madam,</p><p>please find attached our supplier questionnaire (84 questions) and return it by the end of the month.</p></blockquote></blockquote></div>`, {
      email_message_metadata: {
        subject: 'Re: Questionnaire and data processing agreement',
        email_address_headers: [
          { type: 'from', email_address: 'procurement@citycouncil.example', name: 'Procurement office' },
          { type: 'to', email_address: 'support@tidewater.example', name: 'Tidewater support' },
          { type: 'cc', email_address: 'legal@citycouncil.example', name: null },
        ],
      },
    })
    .assign(tom, 30, tom)
    .tag(tags.privacy)

  startThread(workspace, {
    contact: multi,
    at: now - 25 * HOUR,
    title: 'New phone, no authenticator',
    body: '<p>I got a new phone and my two-factor codes are gone. I work for three of your customers, so this locks me out of all of them at once. Recovery codes? In a drawer in Uppsala, and I am in Lisbon.</p>',
  })
    .admin(yuki, 31, '<p>Hi Agnes, that is the worst place for them to be. I can reset it once an owner of <i>one</i> of the workspaces confirms by e-mail that it is you. Whom should I ask?</p>')
    .customer(8, '<p>Maya Okafor at Alder &amp; Finch.</p>')
    .event('custom_action_started', 2, { type: 'admin', id: yuki.id, name: yuki.name, email: yuki.email }, { event_details: { action: { name: 'Reset two-factor authentication' } } })
    .event('custom_action_finished', 41, { type: 'admin', id: yuki.id, name: yuki.name, email: yuki.email }, { event_details: { action: { name: 'Reset two-factor authentication', result: 'success' } } })
    .admin(yuki, 1, `<p>Maya confirmed. Sign in with your password and you will be asked to set up a new device:</p>${toImageHtml('two-factor-setup.png', 'The screen that sets up a new device')}`)
    .customer(3, '<p>I am in. You are a star.</p>')
    .close(yuki, 4, '<p>Glad to hear it. Maybe a photo of the drawer for next time.</p>')
    .rate(2, 5, 'Wonderful', yuki)

  startThread(workspace, {
    contact: noor,
    at: now - 9 * MINUTE,
    body: '<p>Hello, can I make a teacher see <u>only</u> her own classes? I found roles but all of them see everything.</p>',
    source: { url: 'https://app.tidewater.example/settings/roles' },
  }).tag(tags.onboarding)
}
