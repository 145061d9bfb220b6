'use client'

import { ChatBanner } from '@/components/intercom/chat-banner'
import { Preview } from '../preview.tsx'

export default function Page() {
  return (
    <Preview>
      <div className="p-6">
        <ChatBanner storageKey="preview" fallback={{ href: '#help', label: 'Open the help centre' }} />
      </div>
    </Preview>
  )
}
