'use client'

import * as React from 'react'
import type { IntercomDoctorPanelProps } from '@/components/intercom/intercom-doctor-panel'

/** Props of {@link IntercomDoctor}. */
export type IntercomDoctorProps = IntercomDoctorPanelProps

// A production build drops the branch, and with it everything that the doctor is made of.
const Panel =
  process.env.NODE_ENV === 'production'
    ? null
    : React.lazy(async () => {
        const { IntercomDoctorPanel } = await import('@/components/intercom/intercom-doctor-panel')
        return { default: IntercomDoctorPanel }
      })

/**
 * Says in development what is wrong with the Messenger, and what to do: put it beside the provider. It shows nothing
 * where nothing is wrong, and in production it is nothing, and nothing of it is loaded.
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
