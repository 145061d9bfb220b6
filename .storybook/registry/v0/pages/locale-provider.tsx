'use client'

import { StatusBadge } from '@/components/intercom/shared/status-badge'
import { Preview } from '../preview.tsx'

/** The preview of one item. */
export default function Page() {
  return (
    <Preview>
      <div className='p-6'>
        <StatusBadge status='waiting' />
      </div>
    </Preview>
  )
}
