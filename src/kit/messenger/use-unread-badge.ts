'use client'

import * as React from 'react'
import { useIntercom } from './use-intercom.ts'
import { useUnreadText } from './use-help.ts'

/** Options of {@link useUnreadBadge}. */
export interface UnreadBadgeOptions {
  /** Number to show, such as the unread conversations of an inbox. @default the Messenger's unread count */
  count?: number | undefined
  /** Whether to show the count in the page's title. @default true */
  title?: boolean | undefined
  /** Whether to show the count in the page's icon. @default true */
  favicon?: boolean | undefined
}

const MAX = 9
/** Width and height of the icon in pixels. Browsers scale it down to 16 or 32. */
const SIZE = 64
const ICONS = 'link[rel~="icon"]:not([data-unread-badge])'

/** Returns the Messenger's unread count: 0 until it is ready. */
export function useUnreadCount(): number {
  return useIntercom((state) => state.unreadCount)
}

/** Calls `onChange` when a router, or React, changes the title or the icons. */
function watchHead(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange)
  observer.observe(document.head, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ['href'] })
  return () => observer.disconnect()
}

/** Badge that the title begins with. Only one, or two components would answer each other's changes without end. */
let prefix = ''

function setPrefix(next: string): void {
  const title = document.title.slice(document.title.startsWith(prefix) ? prefix.length : 0)
  prefix = next
  // While a router replaces the title, there is none for a moment.
  if (title && document.title !== next + title) document.title = next + title
}

function showInTitle(text: string): () => void {
  setPrefix(`(${text}) `)
  const stop = watchHead(() => setPrefix(prefix))
  return () => {
    stop()
    setPrefix('')
  }
}

function loadImage(url: string): Promise<HTMLImageElement | undefined> {
  return new Promise((resolve) => {
    const image = new Image()
    // Without permission of another origin, the canvas couldn't be read.
    image.crossOrigin = 'anonymous'
    image.onload = () => resolve(image)
    image.onerror = () => resolve(undefined)
    image.src = url
  })
}

/** Draws the icon, if it can be loaded, with the count on a disc over it. Returns a data URL, or `undefined` without a canvas. */
async function drawIcon(url: string, text: string): Promise<string | undefined> {
  const image = await loadImage(url)
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = SIZE
  const context = canvas.getContext('2d')
  if (!context) return undefined
  if (image) context.drawImage(image, 0, 0, SIZE, SIZE)
  const radius = image ? SIZE * 0.34 : SIZE / 2
  const center = SIZE - radius
  context.beginPath()
  context.arc(center, radius, radius, 0, 2 * Math.PI)
  context.fillStyle = '#d4183d'
  context.fill()
  context.fillStyle = '#fff'
  context.font = `bold ${Math.round(radius * (text.length > 1 ? 1.2 : 1.6))}px system-ui, sans-serif`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillText(text, center, radius * 1.08)
  return canvas.toDataURL('image/png')
}

/** Adds an icon with a badge. The page's own icons stay in place, without effect, because a framework may remove them later. */
function showInIcon(text: string): () => void {
  const own = document.createElement('link')
  own.rel = 'icon'
  own.type = 'image/png'
  own.dataset.unreadBadge = text
  const disabled = new Map<HTMLLinkElement, string>()
  let drawn: string | undefined
  let isOver = false
  const show = () => {
    const icons = [...document.head.querySelectorAll<HTMLLinkElement>(ICONS)]
    const source = (icons.at(-1) ?? [...disabled.keys()].filter((icon) => icon.isConnected).at(-1))?.href ?? '/favicon.ico'
    for (const icon of icons) {
      disabled.set(icon, icon.rel)
      icon.rel = 'unread-badge-original'
    }
    if (source === drawn) return
    drawn = source
    void drawIcon(source, text).then((url) => {
      if (isOver || !url || drawn !== source) return
      own.href = url
      document.head.append(own)
    })
  }
  show()
  const stop = watchHead(show)
  return () => {
    isOver = true
    stop()
    own.remove()
    for (const [icon, rel] of disabled) icon.rel = rel
  }
}

/**
 * Shows the unread count in the browser's tab: "(3)" before the title, and a badge on the icon. Both follow a router, and are
 * restored at 0 and when the component unmounts. Use it once per page. The policy of the page must allow `img-src data:`.
 */
export function useUnreadBadge({ count: given, title = true, favicon = true }: UnreadBadgeOptions = {}): void {
  const own = useUnreadCount()
  const shown = useUnreadText(given ?? own, { max: MAX })?.shown
  React.useEffect(() => (title && shown ? showInTitle(shown) : undefined), [title, shown])
  React.useEffect(() => (favicon && shown ? showInIcon(shown) : undefined), [favicon, shown])
}
