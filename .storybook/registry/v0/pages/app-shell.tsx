'use client'

import { AppShell } from '@/components/intercom/app-shell'
import { IntercomSession } from 'intercom-v0-kit/messenger'
import { accountLinks, links, logo, topLinks, user } from '../../../../stories/app-shell/frame.tsx'
import { Preview } from '../preview.tsx'

export default function Page() {
  return (
    <Preview>
      <IntercomSession userId="u1" name="Maya Okafor" onSignOut={() => {}}>
        <AppShell
          logo={logo}
          user={user}
          links={links('dashboard')}
          topLinks={topLinks()}
          accountLinks={accountLinks()}
          supportFallback={{ href: '#help', label: 'Open the help centre' }}
        >
          <h1 className="p-6 text-xl font-semibold">Dashboard</h1>
        </AppShell>
      </IntercomSession>
    </Preview>
  )
}
