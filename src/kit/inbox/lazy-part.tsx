'use client'

import * as React from 'react'
import { useLatest } from '../shared/use-latest.ts'
import { lazyPartStrings, useStrings } from '../strings/index.ts'
import { toasts } from './actions/toasts.ts'

/** Props of a {@link lazyPart}, beside its own. */
interface LazyPartProps {
  /** Whether the part is needed. It then loads, and stays mounted, so that a dialog can close by itself. */
  isWanted: boolean
  /** Called with `false` when the part failed to load, and with `true` when the user retries. */
  onWantedChange: (isWanted: boolean) => void
  /** Shown until the part has loaded. */
  fallback?: React.ReactNode
}

let toastId = ''
let retries: (() => void)[] = []

/** Returns a function that shows one toast for all files that failed to load. Its button retries all of them. */
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

/**
 * Creates a component whose file loads when it is first needed. If the file fails to load, a toast offers to retry, and the
 * rest of the page stays. With `React.lazy` the failure would be final, and would take the page up to the next error boundary.
 *
 * @param load imports the file and returns the component
 */
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

  /** Loads the file before it is needed. A failure shows nothing: the file loads again when it is needed. */
  LazyPart.preload = () => void loadOnce().catch(() => {})
  return LazyPart
}

/**
 * Returns the props of a {@link lazyPart} that is needed for a reason. After a failure it is not needed until the user
 * retries, or until there is another reason.
 */
function useWanted(hasReason: boolean): Pick<LazyPartProps, 'isWanted' | 'onWantedChange'> {
  const [hasFailed, setFailed] = React.useState(false)
  if (!hasReason && hasFailed) setFailed(false)
  return { isWanted: hasReason && !hasFailed, onWantedChange: (isWanted) => setFailed(!isWanted) }
}

export { lazyPart, type LazyPartProps, useLoadFailure, useWanted }
