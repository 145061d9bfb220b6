'use client'

import * as React from 'react'

/** Props of {@link OptionalImage}. */
interface OptionalImageProps extends React.ComponentProps<'img'> {
  /** Address of the image. */
  src: string
}

/** A decorative image that disappears if its address is wrong or blocked. It sends no referrer. */
function OptionalImage({ src, ...props }: OptionalImageProps) {
  const [failedSrc, setFailedSrc] = React.useState<string | null>(null)
  if (failedSrc === src) return null
  return (
    <img key={src} src={src} alt="" decoding="async" referrerPolicy="no-referrer" onError={() => setFailedSrc(src)} {...props} />
  )
}

export { OptionalImage, type OptionalImageProps }
