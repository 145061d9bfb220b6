'use client'

import { SubscriptionPanel } from '@/components/intercom/subscription-panel'
import { scale, team, usage } from '../../../../stories/subscription-panel/plans.ts'
import { PreviewWithAnswers as Preview } from '../preview-with-answers.tsx'

/** The preview of one item. */
export default function Page() {
  return (
    <Preview>
      <div className="max-w-xl p-6">
        <SubscriptionPanel plan={team} nextPlan={scale} usage={usage} />
      </div>
    </Preview>
  )
}
