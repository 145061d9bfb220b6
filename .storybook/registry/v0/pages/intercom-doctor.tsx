'use client'

import { IntercomDoctor } from '@/components/intercom/intercom-doctor'
import { IntercomProvider } from 'intercom-v0-kit/messenger'
import { Preview } from '../preview.tsx'

export default function Page() {
  return (
    <Preview>
      <IntercomProvider>
        <p className="p-6 text-sm text-muted-foreground">
          In development, the corner shows what is not set up yet: here, the app id.
        </p>
        <IntercomDoctor />
      </IntercomProvider>
    </Preview>
  )
}
