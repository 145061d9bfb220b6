'use client'

import { RichText } from '@/components/intercom/rich-text'
import { hello } from '../message.ts'
import { Preview } from '../preview.tsx'

export default function Page() {
  return (
    <Preview>
      <RichText className="max-w-xl p-6" nodes={hello} />
    </Preview>
  )
}
