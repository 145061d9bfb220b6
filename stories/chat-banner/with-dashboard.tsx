import type { Decorator } from '@storybook/react-vite'
import type * as React from 'react'
import { Figures } from '../app-shell/figures.tsx'
import { useAppWords } from '../app-shell/use-app-words.ts'

function Overview({ children }: { children: React.ReactNode }) {
  const words = useAppWords()
  return (
    <main className="mx-auto flex max-w-3xl flex-col gap-4 p-4 sm:p-6">
      <h1 className="text-xl font-semibold">{words.overview}</h1>
      {children}
      <Figures />
    </main>
  )
}

/** Renders the story above the stat cards of a dashboard. */
export const withDashboard: Decorator = (Story) => (
  <Overview>
    <Story />
  </Overview>
)
