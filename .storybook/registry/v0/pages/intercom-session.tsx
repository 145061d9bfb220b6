'use client'

import { HelpButton } from '@/components/intercom/help-button'
import { IntercomSession } from '@/kit/messenger/intercom-session'
import { Preview } from '../preview.tsx'

/** The preview of one item. */
export default function Page() {
  return (
    <Preview>
      <IntercomSession userId="u1" name="Maya Okafor" onSignOut={() => {}}>
        <div className="p-6">
          <HelpButton fallback={{ href: '#help', label: 'Open the help centre' }}>Support</HelpButton>
        </div>
      </IntercomSession>
    </Preview>
  )
}
