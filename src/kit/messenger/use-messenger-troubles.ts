'use client'

import * as React from 'react'
import { clearDiagnoses, type Diagnosis, getDiagnoses, subscribeToDiagnoses } from './diagnostics.ts'
import { findPageTroubles, type FoundTrouble, findMisnamedAppIds } from './troubles.ts'

interface MessengerTroubles {
  troubles: readonly FoundTrouble[]
  /** Clears reported mistakes. `undefined` if none were reported. */
  clear: (() => void) | undefined
  /** Props of a hidden element that passes names of the server's environment variables to the browser. */
  serverProps: React.ComponentProps<'span'>
}

const SERVER_SLOT = 'intercom-doctor-server'
const none: readonly Diagnosis[] = []

/** Milliseconds between checks. Browsers report no event when another package adds a script. */
const INTERVAL = 1_000

function subscribeToPage(listener: () => void): () => void {
  const timer = setInterval(listener, INTERVAL)
  return () => clearInterval(timer)
}

/** Returns JSON, because equal strings don't cause a render. */
function readPageTroubles(): string {
  const server = document.querySelector(`[data-slot="${SERVER_SLOT}"]`)?.getAttribute('data-names') ?? ''
  return JSON.stringify(
    findPageTroubles({
      env: {
        ...globalThis.process?.env,
        // The server sends names only, never values.
        ...Object.fromEntries(server.split(' ').map((name) => [name, 'set'])),
      },
      scripts: Array.from(document.scripts, ({ src }) => src),
      settings: (window as { intercomSettings?: unknown }).intercomSettings,
      isChecking: document.querySelector('[data-slot="connection-status"][data-state="checking"]') !== null,
    }),
  )
}

/** Watches the page for mistakes in the setup of the Messenger. Keep it out of production builds. */
export function useMessengerTroubles(): MessengerTroubles {
  const reported = React.useSyncExternalStore(subscribeToDiagnoses, getDiagnoses, () => none)
  const page = React.useSyncExternalStore(subscribeToPage, readPageTroubles, () => '[]')
  const names = typeof window === 'undefined' ? findMisnamedAppIds(globalThis.process?.env ?? {}).join(' ') : undefined
  // The browser doesn't know the names, so it keeps the attribute that the server rendered.
  const serverProps = { hidden: true, 'data-slot': SERVER_SLOT, 'data-names': names, suppressHydrationWarning: true }
  return {
    troubles: [...(JSON.parse(page) as FoundTrouble[]), ...reported],
    clear: reported.length > 0 ? clearDiagnoses : undefined,
    serverProps,
  }
}
