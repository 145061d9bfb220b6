'use client'

import * as React from 'react'
import { IntercomDoctorView } from '@/components/intercom/intercom-doctor-view'
import {
  clearDiagnoses, type Diagnosis, findPageTroubles, type FoundTrouble, getDiagnoses, misnamedAppIds,
  subscribeToDiagnoses,
} from 'intercom-v0-kit/messenger'
import type { MessageTable } from 'intercom-v0-kit/strings'

/** Props of {@link IntercomDoctorPanel}, and of the doctor. */
interface IntercomDoctorPanelProps extends React.ComponentProps<'section'> {
  /** Shows the list from the start, and not the one line above it alone. */
  defaultOpen?: boolean
  /** Other words than the English ones. */
  messages?: Partial<MessageTable>
}

const SERVER_SLOT = 'intercom-doctor-server'
const none: readonly Diagnosis[] = []

/** Milliseconds between two looks at the page. Nothing tells of a script that somebody else adds. */
const LOOK = 1_000

function subscribeToPage(listener: () => void): () => void {
  const timer = setInterval(listener, LOOK)
  return () => clearInterval(timer)
}

/** What the page shows. A text, since equal ones are no reason to render. */
function lookAtPage(): string {
  const server = document.querySelector<HTMLElement>(`[data-slot="${SERVER_SLOT}"]`)?.dataset.names ?? ''
  return JSON.stringify(
    findPageTroubles({
      env: {
        ...globalThis.process?.env,
        // The server says which variables there are, and keeps to itself what is in them.
        ...Object.fromEntries(server.split(' ').map((name) => [name, 'set'])),
      },
      scripts: Array.from(document.scripts, ({ src }) => src),
      settings: (window as { intercomSettings?: unknown }).intercomSettings,
    }),
  )
}

/** The doctor itself, whatever the build: `IntercomDoctor` is for apps, and there in development alone. */
function IntercomDoctorPanel(props: IntercomDoctorPanelProps) {
  const seen = React.useSyncExternalStore(subscribeToDiagnoses, getDiagnoses, () => none)
  const page = React.useSyncExternalStore(subscribeToPage, lookAtPage, () => '[]')
  const onServer = typeof window === 'undefined' ? misnamedAppIds(globalThis.process?.env ?? {}).join(' ') : undefined
  const troubles = [...(JSON.parse(page) as FoundTrouble[]), ...seen]
  return (
    <>
      {/* What the server knows of its environment stays in the page as it came, since the browser knows nothing of it. */}
      <span hidden data-slot={SERVER_SLOT} data-names={onServer} suppressHydrationWarning />
      <IntercomDoctorView {...props} troubles={troubles} onClear={seen.length > 0 ? clearDiagnoses : undefined} />
    </>
  )
}

export { IntercomDoctorPanel, type IntercomDoctorPanelProps }
