'use client'

import { ErrorState } from '@/components/intercom/error-state'
import { RequestError } from 'intercom-v0-kit/inbox'
import { Preview } from '../preview.tsx'

export default function Page() {
  return (
    <Preview>
      <ErrorState className="p-6" error={new RequestError('rate_limited', 'Too many requests.', 429)} onRetry={() => {}} />
    </Preview>
  )
}
