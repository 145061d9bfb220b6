'use client'

import { HelpButton } from '@/components/intercom/help-button'
import { IntercomProvider } from '@/kit/messenger/intercom-provider'
import { Preview } from '../preview.tsx'

/** The preview of one item. */
export default function Page() {
  return (
    <Preview>
      <IntercomProvider hideDefaultLauncher>
        <div className="p-6">
          <HelpButton fallback={{ href: '#help', label: 'Open the help centre' }}>Support</HelpButton>
        </div>
      </IntercomProvider>
    </Preview>
  )
}
