'use client'

import { Toaster } from '@/components/intercom/toaster'
import { toasts } from 'intercom-v0-kit/inbox'
import { Preview } from '../preview.tsx'

export default function Page() {
  const show = () => toasts.show({ message: 'Conversation closed', action: { label: 'Undo', onAction: () => {} } })
  return (
    <Preview>
      <button type="button" className="m-6 rounded-md border px-3 py-2 text-sm" onClick={show}>
        Close the conversation
      </button>
      <Toaster />
    </Preview>
  )
}
