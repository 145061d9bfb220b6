import { Tokenizer } from 'htmlparser2'

export type HtmlAttributes = ReadonlyMap<string, string>

/** Receives tags and texts in order, with names in lower case. */
export interface HtmlSink {
  open(name: string, attributes: HtmlAttributes): void
  close(name: string): void
  addText(text: string): void
  /** Called when only text counts from here on. */
  startTextOnly(): void
}

const wantedAttributes = new Set(['href', 'src', 'alt', 'width', 'height', 'key', 'default', 'style'])

const dropped = new Set([
  'script', 'style', 'title', 'textarea', 'noscript', 'iframe', 'object', 'svg', 'math', 'template', 'xmp', 'noembed',
  'noframes', 'plaintext', 'select', 'form', 'head', 'audio', 'video',
])

const noAttributes: HtmlAttributes = new Map()
const foreign = new Set(['svg', 'math'])
const ignore = () => {}

/** Uses the tokenizer of htmlparser2: its parser takes seconds for deep nesting. After `maxLength`, only text counts. */
export function readHtml(html: string, sink: HtmlSink, maxLength: number): void {
  let tag = ''
  let attributes: Map<string, string> | undefined
  let attribute = ''
  let value: string[] = []
  let dropping = ''
  let depth = 0
  let texts: string[] = []
  let textStart = 0
  let textEnd = 0

  // The tokenizer splits text into pieces as short as one character.
  function endPiece() {
    if (textEnd > textStart) texts.push(html.slice(textStart, textEnd))
    textStart = textEnd
  }

  function endText() {
    endPiece()
    if (texts.length === 0) return
    sink.addText(texts.join(''))
    texts = []
  }

  function openTag(selfClosing: boolean) {
    const closed = selfClosing && (foreign.has(tag) || foreign.has(dropping))
    if (dropping === 'head' && tag === 'body') dropping = ''
    if (dropping) {
      if (tag === dropping && !closed) depth += 1
      return
    }
    if (dropped.has(tag) && !closed) {
      dropping = tag
      depth = 1
    }
    // A video in an iframe becomes a link.
    if (!dropped.has(tag) || tag === 'iframe') sink.open(tag, attributes ?? noAttributes)
  }

  function closeTag(name: string) {
    if (!dropping) return sink.close(name)
    // Nothing ends `<plaintext>`.
    if (name === dropping && name !== 'plaintext') depth -= 1
    if (depth === 0) dropping = ''
  }

  const tokenizer = new Tokenizer({}, {
    onopentagname(start, end) {
      endText()
      if (start >= maxLength) sink.startTextOnly()
      tag = html.slice(start, end).toLowerCase()
      attributes = undefined
    },
    onattribname(start, end) {
      attribute = html.slice(start, end).toLowerCase()
      value = []
    },
    onattribdata: (start, end) => void value.push(html.slice(start, end)),
    onattribentity: (codePoint) => void value.push(String.fromCodePoint(codePoint)),
    onattribend() {
      // In HTML, the first of two equal attributes counts.
      if (!wantedAttributes.has(attribute) || attributes?.has(attribute)) return
      attributes ??= new Map()
      attributes.set(attribute, value.join(''))
    },
    onopentagend: () => openTag(false),
    onselfclosingtag: () => openTag(true),
    onclosetag(start, end) {
      endText()
      closeTag(html.slice(start, end).toLowerCase())
    },
    ontext(start, end) {
      if (dropping) return
      if (start !== textEnd) {
        endPiece()
        textStart = start
      }
      textEnd = end
    },
    ontextentity(codePoint) {
      if (dropping) return
      endPiece()
      texts.push(String.fromCodePoint(codePoint))
    },
    oncdata: ignore,
    oncomment: ignore,
    ondeclaration: ignore,
    onprocessinginstruction: ignore,
    onend: endText,
  })
  tokenizer.write(html)
  tokenizer.end()
}
