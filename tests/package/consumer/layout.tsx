import { IntercomProvider } from 'intercom-v0-kit/messenger'
import type * as React from 'react'

export default function Layout({ children }: { children: React.ReactNode }) {
  return (
    <IntercomProvider userId="u1" email="ada@example.com" hideDefaultLauncher>
      {children}
    </IntercomProvider>
  )
}
