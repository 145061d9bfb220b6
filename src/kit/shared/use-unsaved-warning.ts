'use client'

import * as React from 'react'

/**
 * Has the browser ask before the page is left, while something is not saved. Where the app changes pages by itself, it
 * has to ask on its own.
 *
 * https://html.spec.whatwg.org/multipage/nav-history-apis.html#the-beforeunloadevent-interface
 *
 * @param isUnsaved whether something would be lost
 */
export function useUnsavedWarning(isUnsaved: boolean): void {
  React.useEffect(() => {
    if (!isUnsaved) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isUnsaved])
}
