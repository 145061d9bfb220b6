'use client'

import * as React from 'react'

/** Options of {@link useImageOnDemand}. */
export interface ImageOnDemandOptions {
  src: string
  host: string
  /** Hosts whose images load at once; `*.example.com` matches subdomains. */
  imageHosts?: readonly string[] | undefined
  onImageError?: ((src: string) => void) | undefined
}

function isTrusted(host: string, hosts: readonly string[] = []): boolean {
  return hosts.some((trusted) => host === trusted || (trusted.startsWith('*.') && host.endsWith(trusted.slice(1))))
}

/** Loads an image on demand, because loading tells the sender when and where a message is read. */
export function useImageOnDemand({ src, host, imageHosts, onImageError }: ImageOnDemandOptions) {
  const [asked, setAsked] = React.useState(() => (isTrusted(host, imageHosts) ? { src, attempts: 1 } : null))
  const [result, setResult] = React.useState<'loaded' | 'failed' | null>(null)
  const boxRef = React.useRef<HTMLSpanElement>(null)
  const linkRef = React.useRef<HTMLAnchorElement>(null)

  // A server-rendered image may load before React listens.
  React.useEffect(() => {
    const image = linkRef.current?.querySelector('img')
    if (image?.complete && image.naturalWidth > 0) setResult('loaded')
  }, [])

  // The button disappears when the image loads, so the focus moves to the image.
  const hadFocus = React.useRef(false)
  React.useEffect(() => {
    if (result === 'loaded' && hadFocus.current) linkRef.current?.focus()
  }, [result])

  return {
    /** `waiting` until the user asks for the image, unless its host is trusted. */
    state: result ?? (asked ? 'loading' : 'waiting'),
    /** Address to load; `null` while waiting. Renewing the address of the same image changes nothing. */
    src: asked?.src ?? null,
    /** Number of attempts, for the `key` of the image, so that a retry loads again. */
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
