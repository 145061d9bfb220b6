'use client'

import { CustomerCard } from '@/components/intercom/customer-card'
import { useConversations } from '@/kit/inbox/data/use-conversations'
import { PreviewWithAnswers as Preview } from '../preview-with-answers.tsx'

/** The preview of one item. */
export default function Page() {
  const { conversations } = useConversations({ state: 'all' })
  return (
    <Preview>
      <CustomerCard contactId={conversations?.[0]?.contact?.id} className="mx-auto max-w-sm" />
    </Preview>
  )
}
