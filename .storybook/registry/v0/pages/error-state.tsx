'use client'

import { ErrorState } from '@/components/intercom/error-state'
import { RequestError } from '@/kit/shared/api-client'
import { Preview } from '../preview.tsx'

/** The preview of one item. */
export default function Page() {
  return (
    <Preview>
      <ErrorState className="p-6" error={new RequestError('rate_limited', 'Too many requests.', 429)} onRetry={() => {}} />
    </Preview>
  )
}
