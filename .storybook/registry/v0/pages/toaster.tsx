'use client'

import { Toaster } from '@/components/intercom/toaster'
import { Button } from '@/components/ui/button'
import { toasts } from '@/lib/intercom/toasts'
import { Preview } from '../preview.tsx'

/** The preview of one item. */
export default function Page() {
  return (
    <Preview>
      <Button onClick={() => toasts.show({ message: 'Conversation closed' })}>Close the conversation</Button>
      <Toaster />
    </Preview>
  )
}
