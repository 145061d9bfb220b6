import type * as React from 'react'

/** Renders the example app's navigation bar, with children at its end. */
export function NavBar({ children }: { children: React.ReactNode }) {
  return (
    <header className="flex h-14 items-center justify-between gap-3 border-b px-4">
      <span className="font-semibold">Tidewater</span>
      {children}
    </header>
  )
}
