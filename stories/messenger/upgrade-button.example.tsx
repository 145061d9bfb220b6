'use client'

import { useTrackEvent } from 'intercom-v0-kit/messenger'
// The type only: the schemas and their library stay on the server.
import type { AppEvents } from './events.example.ts'

export function UpgradeButton() {
  const track = useTrackEvent<AppEvents>()
  return (
    <button type="button" onClick={() => track('plan_upgraded', { plan: 'team', seats: 5 })}>
      Upgrade
    </button>
  )
}
