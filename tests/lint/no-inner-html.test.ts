import { noInnerHtml } from './no-inner-html.ts'
import { testRule } from './rule-tester.ts'

const path = 'src/components/intercom/x.tsx'

testRule(
  'no-inner-html',
  noInnerHtml,
  [
    { path, code: 'const x = <p>{text}</p>' },
    { path, code: 'element.textContent = text' },
    { path, code: 'const html = element.innerHTML' },
    { path, code: 'const { dangerouslySetInnerHTML, ...rest } = props' },
    { path, code: 'element.insertAdjacentElement("beforeend", child)' },
    { path, code: 'stream.write(chunk)' },
  ],
  [
    { path, code: 'const x = <p dangerouslySetInnerHTML={{ __html: html }} />', says: ['`dangerouslySetInnerHTML`'] },
    {
      path,
      code: 'createElement("p", { dangerouslySetInnerHTML: { __html: html } })',
      says: ['`dangerouslySetInnerHTML`'],
    },
    { path, code: 'const x = <iframe title={t("title")} srcDoc={html} />', says: ['`srcDoc`'] },
    { path, code: 'element.innerHTML = html', says: ['`innerHTML` writes an HTML string to the DOM'] },
    { path, code: 'ref.current!.outerHTML += html', says: ['`outerHTML`'] },
    { path, code: 'element["innerHTML"] = html', says: ['`innerHTML`'] },
    { path, code: 'element?.insertAdjacentHTML("beforeend", html)', says: ['`insertAdjacentHTML`'] },
    { path, code: 'range.createContextualFragment(html)', says: ['`createContextualFragment`'] },
    { path, code: 'document.write(html)', says: ['`document.write`'] },
    { path, code: 'window.document.writeln(html)', says: ['`document.writeln`'] },
  ],
)
