'use client'

import * as React from 'react'
import type { IntercomDoctorPanelProps } from '@/components/intercom/intercom-doctor/intercom-doctor-panel'

declare const process: { env: { NODE_ENV?: string } }

/** Props of {@link IntercomDoctor}. */
export type IntercomDoctorProps = IntercomDoctorPanelProps

// Bundlers drop the import from production builds.
const Panel =
  process.env.NODE_ENV === 'production'
    ? null
    : React.lazy(async () => ({
        default: (await import('@/components/intercom/intercom-doctor/intercom-doctor-panel')).IntercomDoctorPanel,
      }))

/** Lists setup problems of the Messenger with their fixes. Render it beside the provider. Empty in production. */
function IntercomDoctor(props: IntercomDoctorProps) {
  if (!Panel) return null
  return (
    <React.Suspense fallback={null}>
      <Panel {...props} />
    </React.Suspense>
  )
}

export { IntercomDoctor }
