'use client'

import * as React from 'react'
import { useLatest } from '../../shared/use-latest.ts'

// Milliseconds and pixels.
const LONG_PRESS = 500
const SLOP = 10
const ARMED_AT = 96

type SwipeAction = 'close' | 'snooze'

interface TouchGestureHandlers {
  /** Whether swipes act. Without it, only a long press does. */
  canSwipe: boolean
  onLongPress: (id: string) => void
  onSwipe: (id: string, action: SwipeAction) => void
}

interface Press {
  id: string
  row: HTMLElement
  box: DOMRect
  event: PointerEvent
  timer: ReturnType<typeof setTimeout>
  isSwipe: boolean
  distance: number
}

/**
 * Adds touch gestures to the rows of the inbox around `labelRef`: a long press, and a swipe towards the end or the start of
 * a line. Vertical movement scrolls. The label fills the gap beside a swiped row. `swipe` is the action to name in it.
 */
export function useTouchGestures(handlers: TouchGestureHandlers) {
  const labelRef = React.useRef<HTMLDivElement>(null)
  const latest = useLatest(handlers)
  const [swipe, setSwipe] = React.useState<{ action: SwipeAction; isArmed: boolean } | null>(null)

  React.useEffect(() => {
    const label = labelRef.current
    const list = label?.closest<HTMLElement>('[data-slot=support-inbox-list]')
    if (!label || !list) return
    const stop = new AbortController()
    let press: Press | null = null
    // A click that ends a gesture must not open the row.
    let isClickSpent = false

    const getAction = (distance: number): SwipeAction =>
      distance > 0 === (getComputedStyle(list).direction === 'ltr') ? 'close' : 'snooze'

    function release(isDone: boolean): void {
      if (!press) return
      const { id, row, timer, isSwipe, distance } = press
      press = null
      clearTimeout(timer)
      if (!isSwipe) return
      isClickSpent = true
      setSwipe(null)
      row.style.translate = ''
      if (!matchMedia('(prefers-reduced-motion: reduce)').matches) row.animate({ translate: [`${distance}px`, '0'] }, 150)
      if (isDone && Math.abs(distance) >= ARMED_AT) latest.current.onSwipe(id, getAction(distance))
    }

    const listeners = {
      pointerdown(event: PointerEvent) {
        release(false)
        isClickSpent = false
        const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-slot=conversation-row]') : null
        const id = row?.querySelector<HTMLElement>('[data-item-id]')?.dataset['itemId']
        if (event.pointerType !== 'touch' || !row || !id) return
        const timer = setTimeout(() => {
          press = null
          isClickSpent = true
          latest.current.onLongPress(id)
        }, LONG_PRESS)
        press = { id, row, event, timer, box: row.getBoundingClientRect(), isSwipe: false, distance: 0 }
      },
      pointermove({ pointerId, clientX, clientY }: PointerEvent) {
        if (press?.event.pointerId !== pointerId) return
        const distance = clientX - press.event.clientX
        const height = Math.abs(clientY - press.event.clientY)
        if (!press.isSwipe) {
          if (Math.hypot(distance, height) < SLOP) return
          if (!latest.current.canSwipe || Math.abs(distance) < height) return release(false)
          clearTimeout(press.timer)
          press.isSwipe = true
          press.row.setPointerCapture(pointerId)
        }
        press.distance = distance
        press.row.style.translate = `${distance}px`
        const { left, right, top, height: size } = press.box
        const width = Math.abs(distance)
        Object.assign(label.style, { left: `${distance > 0 ? left : right - width}px`, top: `${top}px`, width: `${width}px`, height: `${size}px` })
        const [action, isArmed] = [getAction(distance), width >= ARMED_AT]
        setSwipe((before) => (before?.action === action && before.isArmed === isArmed ? before : { action, isArmed }))
      },
      pointerup: () => release(true),
      pointercancel: () => release(false),
      contextmenu(event: Event) {
        if (press ?? isClickSpent) event.preventDefault()
      },
      click(event: Event) {
        if (!isClickSpent) return
        isClickSpent = false
        event.preventDefault()
        event.stopPropagation()
      },
    }
    for (const [type, listener] of Object.entries(listeners)) {
      list.addEventListener(type, listener as EventListener, { capture: true, signal: stop.signal })
    }
    return () => {
      release(false)
      stop.abort()
    }
  }, [latest])

  return { labelRef, swipe }
}
