import type { RichTextNode } from '../contracts/index.ts'
import { findLastIndex } from '../shared/map-limited.ts'
import { cleanBody } from '../shared/clean-text.ts'

export type RichTextParent = Extract<RichTextNode, { children: RichTextNode[] }>

/** A tree that grows at its end, and its open elements. Collects texts in pieces, so that long ones take linear time. */
export class OpenElements {
  readonly root: RichTextNode[] = []
  nodes = 0
  readonly #open: { name: string; children: RichTextNode[]; keepsLines: boolean }[] = []
  readonly #keepsLines: boolean
  #pieces: string[] = []

  constructor(keepsLines: boolean) {
    this.#keepsLines = keepsLines
  }

  get keepsLines(): boolean {
    return this.#open.at(-1)?.keepsLines ?? this.#keepsLines
  }

  get depth(): number {
    return this.#open.length
  }

  getName(index = this.#open.length - 1): string {
    return this.#open[index]?.name ?? ''
  }

  has(name: string): boolean {
    return this.#open.some((open) => open.name === name)
  }

  /** Finds the innermost matching element, up to the first boundary. Returns -1 if there is none. */
  find(isWanted: (name: string) => boolean, isBoundary: (name: string) => boolean): number {
    const index = findLastIndex(this.#open, ({ name }) => isWanted(name) || isBoundary(name))
    return isWanted(this.getName(index)) ? index : -1
  }

  write(text: string): void {
    this.#pieces.push(text)
  }

  append(node: RichTextNode): void {
    this.endText()
    this.#getSiblings().push(node)
    this.nodes += 1
  }

  push(node: RichTextParent, name: string, keepsLines = this.keepsLines): void {
    this.append(node)
    this.#open.push({ name, children: node.children, keepsLines })
  }

  popTo(depth: number): void {
    this.endText()
    this.#open.length = Math.min(this.#open.length, depth)
  }

  endText(): void {
    const text = cleanBody(this.#pieces.join(''))
    this.#pieces = []
    if (text) {
      this.#getSiblings().push({ type: 'text', text })
      this.nodes += 1
    }
  }

  #getSiblings(): RichTextNode[] {
    return this.#open.at(-1)?.children ?? this.root
  }
}
