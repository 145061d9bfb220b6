import type { RichTextNode } from '../contracts/index.ts'
import { findLastIndex } from '../shared/map-limited.ts'
import { cleanBody } from '../shared/clean-text.ts'

/** A node that holds others. */
export type RichTextParent = Extract<RichTextNode, { children: RichTextNode[] }>

/**
 * A tree that grows at its end, and the elements of it that are still open. Its texts are gathered in pieces, so that a
 * long one costs no more than its length.
 */
export class OpenElements {
  readonly root: RichTextNode[] = []
  /** How many nodes the tree has. */
  nodes = 0
  readonly #open: { name: string; children: RichTextNode[]; keepsLines: boolean }[] = []
  readonly #keepsLines: boolean
  #pieces: string[] = []

  /** @param keepsLines whether line breaks of texts outside of elements count */
  constructor(keepsLines: boolean) {
    this.#keepsLines = keepsLines
  }

  /** Whether line breaks of texts count in the innermost open element. */
  get keepsLines(): boolean {
    return this.#open.at(-1)?.keepsLines ?? this.#keepsLines
  }

  /** How many elements are open. */
  get depth(): number {
    return this.#open.length
  }

  /** The innermost open element's name, or the name of the one at `index`; empty for none. */
  name(index = this.#open.length - 1): string {
    return this.#open[index]?.name ?? ''
  }

  has(name: string): boolean {
    return this.#open.some((open) => open.name === name)
  }

  /** The place of the innermost open element that `wanted` is true of, looking no further than one of `ends`; else -1. */
  find(wanted: (name: string) => boolean, isEndTag: (name: string) => boolean): number {
    const index = findLastIndex(this.#open, ({ name }) => wanted(name) || isEndTag(name))
    return wanted(this.name(index)) ? index : -1
  }

  /** Adds to the text that the tree ends with. */
  write(text: string): void {
    this.#pieces.push(text)
  }

  append(node: RichTextNode): void {
    this.endText()
    this.#siblings().push(node)
    this.nodes += 1
  }

  push(node: RichTextParent, name: string, keepsLines = this.keepsLines): void {
    this.append(node)
    this.#open.push({ name, children: node.children, keepsLines })
  }

  /** Closes open elements until `depth` of them are left. */
  popTo(depth: number): void {
    this.endText()
    this.#open.length = Math.min(this.#open.length, depth)
  }

  /** What is written from here on is another text. */
  endText(): void {
    const text = cleanBody(this.#pieces.join(''))
    this.#pieces = []
    if (text) {
      this.#siblings().push({ type: 'text', text })
      this.nodes += 1
    }
  }

  #siblings(): RichTextNode[] {
    return this.#open.at(-1)?.children ?? this.root
  }
}
