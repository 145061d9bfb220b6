'use client'

import * as React from 'react'

/** Options of {@link useImageOnDemand}. */
export interface ImageOnDemandOptions {
  src: string
  host: string
  /** Hosts whose images load at once; `*.example.com` matches every host below `example.com`. */
  imageHosts?: readonly string[] | undefined
  onImageError?: ((src: string) => void) | undefined
}

function isTrusted(host: string, hosts: readonly string[] = []): boolean {
  return hosts.some((trusted) => host === trusted || (trusted.startsWith('*.') && host.endsWith(trusted.slice(1))))
}

/**
 * Loads an image in a message when the user asks for it. An image that loads by itself would tell its sender when and
 * from where it is read.
 */
export function useImageOnDemand({ src, host, imageHosts, onImageError }: ImageOnDemandOptions) {
  const [asked, setAsked] = React.useState(() => (isTrusted(host, imageHosts) ? { src, attempts: 1 } : null))
  const [result, setResult] = React.useState<'loaded' | 'failed' | null>(null)
  const boxRef = React.useRef<HTMLSpanElement>(null)
  const linkRef = React.useRef<HTMLAnchorElement>(null)

  // On a page rendered on the server, an image of a trusted host may be loaded before React listens.
  React.useEffect(() => {
    const image = linkRef.current?.querySelector('img')
    if (image?.complete && image.naturalWidth > 0) setResult('loaded')
  }, [])

  // The button disappears once the image is there, so its focus moves to the image.
  const hadFocus = React.useRef(false)
  React.useEffect(() => {
    if (result === 'loaded' && hadFocus.current) linkRef.current?.focus()
  }, [result])

  return {
    /** `waiting` until the user asks for the image, unless its host is trusted. */
    state: result ?? (asked ? 'loading' : 'waiting'),
    /** Address to load; `null` while waiting. It stays when the same image gets a renewed address. */
    src: asked?.src ?? null,
    /** Number of attempts. Use it as the `key` of the image element, so that a retry loads it anew. */
    attempts: asked?.attempts ?? 0,
    boxRef,
    linkRef,
    load() {
      setResult(null)
      setAsked({ src, attempts: (asked?.attempts ?? 0) + 1 })
    },
    onLoad() {
      hadFocus.current = boxRef.current?.contains(document.activeElement) ?? false
      setResult('loaded')
    },
    onError() {
      setResult('failed')
      if (asked) onImageError?.(asked.src)
    },
  }
}
