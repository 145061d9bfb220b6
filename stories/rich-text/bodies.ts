/** Message bodies as Intercom sends them. */

export const everything = `<html><body>
<h1>Export stops at 10,000 rows</h1>
<p>Hi <attribute key="user.first_name" default="there"/>, thanks for looking into this. <b>Every</b> export since <i>Tuesday</i>
ends early; <u>nothing</u> in the <s>old</s> release notes mentions a limit. The log says <code>ERR_ROW_LIMIT</code>.</p>
<h2>What I tried</h2>
<ol><li>Chrome and Firefox</li><li>A smaller date range:<ul><li>one week works</li><li>one month does not</li></ul></li><li>The API</li></ol>
<pre>curl https://api.example.com/v2/exports \\
  -H "Authorization: Bearer $TOKEN" \\
  -d '{"from": "2026-10-01", "to": "2026-10-31", "format": "csv", "include": ["seats", "usage", "invoices"]}'</pre>
<table><thead><tr><th>Range</th><th>Expected</th><th>Exported</th></tr></thead>
<tbody><tr><td>1 week</td><td>4,210</td><td>4,210</td></tr><tr><td>1 month</td><td>18,377</td><td>10,000</td></tr></tbody></table>
<p>See <a href="https://docs.example.com/exports/limits">the documentation</a> or write to
<a href="mailto:ann@example.com">ann@example.com</a>.</p>
<hr>
<p>Ann</p></body></html>`

export const email = `<div>That did it, thank you!</div><div><br></div><div>Best,<br>Ann</div>
<div><span>On Tue, 17 Nov 2026 at 09:12, Support &lt;support@example.com&gt; wrote:</span><blockquote>
<p>Hi Ann,</p><p>The limit of 10,000 rows was a mistake in last week's release. It is lifted now, and the exports that stopped early have been
run again: you will find them in Settings, Exports.</p><p>Would you try once more and tell us whether the file is complete?</p>
<blockquote><p>Every export since Tuesday ends at 10,000 rows. We need the October numbers for our board by Thursday, so this is rather urgent.</p>
</blockquote><p>Kind regards,<br>Support</p></blockquote></div>`

export const images = `<p>Here is what I see:</p>
<img src="https://downloads.intercomcdn.com/i/o/1/chart.png?expires=1&amp;signature=2" width="960" height="540" alt="The usage chart, empty">
<p>A banner <img src="https://downloads.intercomcdn.com/i/o/1/banner.png" width="900" height="110" alt="Maintenance tonight"> and a badge
<img src="https://downloads.intercomcdn.com/i/o/1/badge.png" width="40" height="40" alt="New">, one of unknown size
<img src="https://uploads.example.com/photo.jpg" alt=""> and one in a link:
<a href="https://status.example.com"><img src="https://uploads.example.com/logo.png" width="240" height="120" alt="Status page"></a></p>`

export const links = `<p><a href="https://example.com/pricing">Pricing</a>, <a href="https://example.com/pricing">https://example.com/pricing</a>,
<a href="https://attacker.test/login">https://mybank.example/login</a>, <a href="https://mybank.example@attacker.test">mybank.example</a>,
<a href="https://xn--80ak6aa92e.com">аррӏе.com</a>, <a href="mailto:mallory@attacker.test">billing@example.com</a>,
<a href="tel:+442071234567">020 7123 4567</a>, <a href="javascript:alert(1)">not a link</a>,
<a class="intercom-h2b-button" href="https://example.com/upgrade">Upgrade</a></p>
<iframe src="https://www.youtube.com/embed/aqz-KE-bpKQ"></iframe>`

export const arabic = `<h2>الفاتورة رقم 4821</h2><p>مرحبا، لم يصل البريد الإلكتروني إلى ann@example.com بعد.</p>
<ul><li>أرسلت الطلب يوم الثلاثاء</li><li>الخطة: Business</li></ul><p>This paragraph is in English.</p>
<blockquote><p>شكرا لتواصلكم معنا، سنرد خلال يوم واحد.</p></blockquote><table><tr><th>الشهر</th><th>المبلغ</th></tr><tr><td>أكتوبر</td><td>120</td></tr></table>`

const word = 'Donaudampfschifffahrtsgesellschaftskapitän'

export const worst = `<p>${word.repeat(12)}</p><p><a href="https://example.com/${'a'.repeat(300)}">https://example.com/${'a'.repeat(300)}</a></p>
<table><tr>${Array.from({ length: 14 }, (_, column) => `<td>Column ${column + 1} ${word}</td>`).join('')}</tr></table>
<pre>${'0123456789 '.repeat(40)}</pre><ul><li>${word.repeat(6)}</li></ul>
<blockquote>${'<blockquote>'.repeat(12)}<p>Twelve levels of quotes</p>${'</blockquote>'.repeat(12)}</blockquote>
${'<ul><li>'.repeat(20)}Twenty lists${'</li></ul>'.repeat(20)}
<p>Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞</p><p>👩‍👩‍👧‍👦🏳️‍🌈🇦🇶</p>`
