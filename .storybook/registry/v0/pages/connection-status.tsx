'use client'

import { ConnectionStatusView } from '@/components/intercom/connection-status'
import { Preview } from '../preview.tsx'

export default function Page() {
  return (
    <Preview>
      <ConnectionStatusView state="polling" />
    </Preview>
  )
}
