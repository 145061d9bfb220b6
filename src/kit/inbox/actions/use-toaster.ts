'use client'

import * as React from 'react'
import { type Toast, toasts, useToasts } from './toasts.ts'

/** Returns toasts, newest first, and the props of their region. F6 moves the focus in and out. Focused toasts don't expire. */
export function useToaster() {
  const shown = useToasts()
  const [isHeld, setHeld] = React.useState(false)
  const root = React.useRef<HTMLElement>(null)
  const before = React.useRef<HTMLElement>(null)

  const goBack = React.useCallback(() => {
    const target = before.current
    before.current = null
    if (target?.isConnected) target.focus({ preventScroll: true })
  }, [])

  React.useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      const button = root.current?.querySelector<HTMLElement>('li button')
      if (!button) return
      event.preventDefault()
      if (root.current?.contains(document.activeElement)) goBack()
      else button.focus()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [goBack])

  // Removing a focused button fires no event.
  React.useEffect(() => {
    if (!before.current || document.activeElement !== document.body) return
    goBack()
    setHeld(false)
  }, [shown, goBack])

  // The next page starts without toasts.
  React.useEffect(() => () => toasts.clear(), [])

  if (isHeld && shown.length === 0) setHeld(false)

  const byKind: Record<Toast['kind'], Toast[]> = { error: [], status: [] }
  for (const toast of shown) byKind[toast.kind].unshift(toast)
  return {
    toasts: byKind,
    isHeld,
    dismiss: toasts.dismiss,
    act: toasts.act,
    rootProps: {
      ref: root,
      onPointerEnter: () => setHeld(true),
      onPointerLeave: () => setHeld(root.current?.contains(document.activeElement) ?? false),
      onFocus({ currentTarget, relatedTarget }: React.FocusEvent) {
        if (!currentTarget.contains(relatedTarget)) before.current = relatedTarget instanceof HTMLElement ? relatedTarget : null
        setHeld(true)
      },
      onBlur({ currentTarget, relatedTarget }: React.FocusEvent) {
        const stays = currentTarget.contains(relatedTarget)
        if (!stays) before.current = null
        setHeld(stays)
      },
    },
  }
}

/** Removes a status toast after `duration` milliseconds. `null` pauses. */
export function useToastTimer({ id, kind }: Toast, duration: number | null): void {
  React.useEffect(() => {
    if (kind === 'error' || duration === null) return
    const timer = setTimeout(() => toasts.dismiss(id), duration)
    return () => clearTimeout(timer)
  }, [id, kind, duration])
}

const LEAVING = 150

/** Returns a ref for a toast. When the toast is removed, an inert copy fades out in its place, unless the user prefers no motion. */
export function useToastExit({ id }: Toast): React.RefObject<HTMLLIElement | null> {
  const ref = React.useRef<HTMLLIElement>(null)
  React.useLayoutEffect(() => {
    const item = ref.current
    const region = item?.closest('section')
    return () => {
      const isKept = toasts.get().some((toast) => toast.id === id)
      if (!item || !region || isKept || matchMedia('(prefers-reduced-motion: reduce)').matches) return
      const { left, top, width, height } = item.getBoundingClientRect()
      const box = region.getBoundingClientRect()
      const copy = item.cloneNode(true) as HTMLElement
      copy.removeAttribute('data-slot')
      Object.assign(copy, { inert: true, ariaHidden: 'true' })
      Object.assign(copy.style, { position: 'absolute', left: `${left - box.left}px`, top: `${top - box.top}px`, width: `${width}px`, height: `${height}px` })
      region.append(copy)
      const remove = () => copy.remove()
      copy.animate({ opacity: [1, 0], translate: ['0', '0 0.5rem'] }, LEAVING).finished.then(remove, remove)
    }
  }, [id])
  return ref
}
