'use client'

import { HelpButton, HelpButtonView } from '@/components/intercom/help-button'
import { Preview } from '../preview.tsx'

export default function Page() {
  return (
    <Preview>
      <div className="flex flex-wrap items-center gap-3 p-6">
        <HelpButtonView>Support</HelpButtonView>
        <HelpButtonView variant="outline" unreadCount={3} />
        <HelpButtonView state="busy" variant="secondary" />
        <HelpButton variant="outline" fallback={{ href: '#help', label: 'Open the help centre' }} />
      </div>
    </Preview>
  )
}
