'use client'

import { ChatBanner } from '@/components/intercom/chat-banner'
import { HelpButton } from '@/components/intercom/help-button'
import { HelpLauncher } from '@/components/intercom/help-launcher'
import { IntercomProvider } from 'intercom-v0-kit/messenger'
import { Preview } from '../preview.tsx'

export default function Page() {
  return (
    <Preview>
      <IntercomProvider hideDefaultLauncher>
        <div className="flex flex-col items-start gap-4 p-6">
          <ChatBanner className="w-full" storageKey="preview" fallback={{ href: '#help', label: 'Open the help centre' }} />
          <HelpButton fallback={{ href: '#help', label: 'Open the help centre' }}>Support</HelpButton>
        </div>
        <HelpLauncher fallback={{ href: '#help', label: 'Open the help centre' }} />
      </IntercomProvider>
    </Preview>
  )
}
