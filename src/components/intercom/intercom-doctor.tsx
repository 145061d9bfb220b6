'use client'

import * as React from 'react'
import type { IntercomDoctorPanelProps } from '@/components/intercom/intercom-doctor/intercom-doctor-panel'

declare const process: { env: { NODE_ENV?: string } }

/** Props of {@link IntercomDoctor}. */
export type IntercomDoctorProps = IntercomDoctorPanelProps

// A production build drops the import, and with it everything that the panel imports.
const Panel =
  process.env.NODE_ENV === 'production'
    ? null
    : React.lazy(async () => ({
        default: (await import('@/components/intercom/intercom-doctor/intercom-doctor-panel')).IntercomDoctorPanel,
      }))

/**
 * Lists problems of the Messenger's setup during development, each with its fix. Render it beside the provider. Nothing is
 * rendered if all is well, and nothing is loaded in production.
 */
function IntercomDoctor(props: IntercomDoctorProps) {
  if (!Panel) return null
  return (
    <React.Suspense fallback={null}>
      <Panel {...props} />
    </React.Suspense>
  )
}

export { IntercomDoctor }
