'use client'

import { IntercomDoctor } from '@/components/intercom/intercom-doctor'
import { IntercomProvider } from '@/kit/messenger/intercom-provider'
import { Preview } from '../preview.tsx'

/** The preview of one item. */
export default function Page() {
  return (
    <Preview>
      <IntercomProvider>
        <p className='p-6 text-sm text-muted-foreground'>
          In development, what is not set up yet is said in the corner. Here that is the app id.
        </p>
        <IntercomDoctor />
      </IntercomProvider>
    </Preview>
  )
}
