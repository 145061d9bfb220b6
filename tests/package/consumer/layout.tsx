import { HelpButton, IntercomProvider } from 'intercom-v0-kit/components'
import type * as React from 'react'

export default function Layout({ children }: { children: React.ReactNode }) {
  return (
    <IntercomProvider userId="u1" email="ada@example.com" hideDefaultLauncher>
      <HelpButton>Support</HelpButton>
      {children}
    </IntercomProvider>
  )
}
