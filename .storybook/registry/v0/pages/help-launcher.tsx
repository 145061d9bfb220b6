'use client'

import { HelpLauncher } from '@/components/intercom/help-launcher'
import { Preview } from '../preview.tsx'

export default function Page() {
  return (
    <Preview>
      <p className="p-6 text-sm text-muted-foreground">The launcher is in the corner.</p>
      <HelpLauncher fallback={{ href: '#help', label: 'Open the help centre' }} />
    </Preview>
  )
}
