'use client'

import * as React from 'react'

interface OptionalImageProps extends React.ComponentProps<'img'> {
  src: string
}

/** Decorative image that disappears if it fails to load. Sends no referrer. */
function OptionalImage({ src, ...props }: OptionalImageProps) {
  const [failedSrc, setFailedSrc] = React.useState<string | null>(null)
  if (failedSrc === src) return null
  return (
    <img key={src} src={src} alt="" decoding="async" referrerPolicy="no-referrer" onError={() => setFailedSrc(src)} {...props} />
  )
}

export { OptionalImage, type OptionalImageProps }
