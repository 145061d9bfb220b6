'use client'

import * as React from 'react'
import { lazyPartMessages, useMessages } from '../strings/index.ts'
import { useLatest } from '../shared/use-latest.ts'
import { toasts } from './actions/toasts.ts'

/** What a {@link lazyPart} takes beside its own props. */
interface LazyPartProps {
  /** Whether somebody has asked for it. It is loaded then, and stays when it is not wanted any more: a dialog closes by itself. */
  isWanted: boolean
  /** Told that it is not wanted after all, where it could not be loaded; and that it is, by whoever tries again. */
  onWantedChange: (isWanted: boolean) => void
  /** What stands in its place until it is there. */
  fallback?: React.ReactNode
}

// The toast that says so, and what it tries again.
let toastId = ''
let retries: (() => void)[] = []

/** Where there is no network several parts fail together: one toast says so, and tries all of them again. */
function tellFailure(message: string, label: string, retry: () => void): void {
  if (!toasts.get().some(({ id }) => id === toastId)) {
    const own: typeof retries = (retries = [])
    toastId = toasts.show({ kind: 'error', message, action: { label, onAction: () => own.forEach((each) => each()) } })
  }
  retries.push(retry)
}

/**
 * A part of the page that is loaded when it is wanted for the first time. Unlike with `React.lazy`, a file that does not
 * come (no connection, or a newer deployment has put another in its place) takes nothing with it: a toast says so, and
 * the next time it is wanted it is loaded again.
 *
 * @param load imports the part's file, and gives the part
 */
function lazyPart<Props extends object>(load: () => Promise<React.ComponentType<Props>>) {
  let loaded: React.ComponentType<Props> | undefined

  function LazyPart({ isWanted, onWantedChange, fallback = null, ...props }: Props & LazyPartProps) {
    const t = useMessages('lazyPart', lazyPartMessages)
    const [Part, setPart] = React.useState<React.ComponentType<Props>>()
    // Another one on the page has loaded it.
    if (isWanted && !Part && loaded) setPart(() => loaded)
    const isLoading = isWanted && !Part

    const fail = useLatest(() => {
      onWantedChange(false)
      tellFailure(t('failed'), t('retry'), () => onWantedChange(true))
    })

    React.useEffect(() => {
      if (!isLoading) return
      let isOver = false
      load().then(
        (part) => {
          loaded = part
          if (!isOver) setPart(() => part)
        },
        () => {
          if (!isOver) fail.current()
        },
      )
      return () => {
        isOver = true
      }
    }, [isLoading, fail])

    // What is left of the props is the part's own.
    return Part ? <Part {...(props as unknown as Props)} /> : fallback
  }

  /** Loads it before anybody wants it. If it does not come nothing is said: it is loaded again when it is wanted. */
  LazyPart.preload = () =>
    void load().then(
      (part) => {
        loaded = part
      },
      () => {},
    )
  return LazyPart
}

/**
 * Whether a part that there is a reason for is wanted: not where it could not be loaded, until somebody tries again or
 * there is another reason.
 */
function useWanted(hasReason: boolean): Pick<LazyPartProps, 'isWanted' | 'onWantedChange'> {
  const [isGivenUp, giveUp] = React.useState(false)
  if (!hasReason && isGivenUp) giveUp(false)
  return { isWanted: hasReason && !isGivenUp, onWantedChange: (isWanted) => giveUp(!isWanted) }
}

export { lazyPart, useWanted, type LazyPartProps }
