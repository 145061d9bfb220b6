'use client'

import { SubscriptionPanel } from '@/components/intercom/subscription-panel'
import { scale, team, usage } from '../../../../stories/subscription-panel/plans.ts'
import { MockedPreview } from '../mocked-preview.tsx'

export default function Page() {
  return (
    <MockedPreview as="customer">
      <div className="max-w-xl p-6">
        <SubscriptionPanel plan={team} nextPlan={scale} usage={usage} />
      </div>
    </MockedPreview>
  )
}
