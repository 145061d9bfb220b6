'use client'

import * as React from 'react'
import { useLatest } from '../shared/use-latest.ts'
import { lazyPartStrings, useStrings } from '../strings/index.ts'
import { toasts } from './actions/toasts.ts'

/** Props of a {@link lazyPart}. */
interface LazyPartProps {
  /** Whether to load the part. It then stays mounted, so that a dialog can close by itself. */
  isWanted: boolean
  /** Called with `false` after a failure, and with `true` on retry. */
  onWantedChange: (isWanted: boolean) => void
  /** Content to show until the part has loaded. */
  fallback?: React.ReactNode
}

let toastId = ''
let retries: (() => void)[] = []

/** Shows one toast for all files that failed to load. Its button retries all of them. */
function useLoadFailure(): (retry: () => void) => void {
  const t = useStrings('lazyPart', lazyPartStrings)
  return React.useCallback(
    (retry) => {
      if (!toasts.get().some(({ id }) => id === toastId)) {
        const own: typeof retries = (retries = [])
        const action = { label: t('retry'), onAction: () => own.forEach((each) => each()) }
        toastId = toasts.show({ kind: 'error', message: t('failed'), action })
      }
      retries.push(retry)
    },
    [t],
  )
}

/** Creates a component that loads on first use. A failure shows a toast with a retry; with `React.lazy` it would be final. */
function lazyPart<Props extends object>(load: () => Promise<React.ComponentType<Props>>) {
  let loaded: React.ComponentType<Props> | undefined
  const loadOnce = async () => (loaded ??= await load())

  function LazyPart({ isWanted, onWantedChange, fallback = null, ...props }: Props & LazyPartProps) {
    const showFailure = useLoadFailure()
    const [Part, setPart] = React.useState<React.ComponentType<Props>>()
    if (isWanted && !Part && loaded) setPart(() => loaded)
    const isLoading = isWanted && !Part

    const fail = useLatest(() => {
      onWantedChange(false)
      showFailure(() => onWantedChange(true))
    })
    React.useEffect(() => {
      if (!isLoading) return
      let isOver = false
      loadOnce().then(
        (part) => isOver || setPart(() => part),
        () => isOver || fail.current(),
      )
      return () => {
        isOver = true
      }
    }, [isLoading, fail])

    return Part ? <Part {...(props as unknown as Props)} /> : fallback
  }

  /** Preloads the file and ignores failures, because it loads again when needed. */
  LazyPart.preload = () => void loadOnce().catch(() => {})
  return LazyPart
}

/** Returns the props of a {@link lazyPart}. After a failure it is unwanted until a retry or another reason. */
function useWanted(reason: unknown): Pick<LazyPartProps, 'isWanted' | 'onWantedChange'> {
  const [failed, setFailed] = React.useState<unknown>()
  if (!reason && failed) setFailed(undefined)
  return { isWanted: Boolean(reason) && failed !== reason, onWantedChange: (isWanted) => setFailed(isWanted ? undefined : reason) }
}

export { lazyPart, type LazyPartProps, useLoadFailure, useWanted }
