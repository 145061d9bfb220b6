'use client'

import { ConnectionStatusView } from '@/components/intercom/connection-status-view'
import { Preview } from '../preview.tsx'

/** The preview of one item. */
export default function Page() {
  return (
    <Preview>
      <ConnectionStatusView state="polling" />
    </Preview>
  )
}
