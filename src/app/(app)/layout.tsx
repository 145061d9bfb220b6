'use client'

import { IntercomSession } from 'intercom-v0-kit/messenger'
import type * as React from 'react'
import { AppShell } from '@/components/intercom/app-shell'

const links = [
  { href: '/inbox', label: 'Inbox' },
  { href: '/settings', label: 'Settings' },
]

/** Ends the session of your app. Edit this function: as shipped it throws. */
async function signOut(): Promise<void> {
  throw new Error('signOut() in app/(app)/layout.tsx does not end a session yet.')
}

/** Layout of every page below `app/(app)`. Edit this file: your logo, your links, and the signed-in user. */
export default function AppLayout({ children }: { children: React.ReactNode }) {
  const user = { id: 'user-1', name: 'Ada Lovelace', email: 'ada@example.com' }
  return (
    <IntercomSession verifyIdentity userId={user.id} name={user.name} email={user.email} onSignOut={signOut}>
      <AppShell logo="Your app" user={{ ...user, avatarUrl: null }} links={links}>
        {children}
      </AppShell>
    </IntercomSession>
  )
}
