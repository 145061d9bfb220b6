import type { Decorator } from '@storybook/react-vite'

const figures = [
  ['Active accounts', '1,284'],
  ['Trials', '96'],
  ['Churn', '1.8 %'],
] as const

/** The top of a dashboard, with the banner above its figures. */
export const withDashboard: Decorator = (Story) => (
  <main className="mx-auto flex max-w-3xl flex-col gap-4 p-4 sm:p-6">
    <h1 className="text-lg font-semibold">Overview</h1>
    <Story />
    <dl className="grid gap-3 sm:grid-cols-3">
      {figures.map(([name, value]) => (
        <div key={name} className="flex flex-col gap-1 rounded-lg border bg-card p-4">
          <dt className="text-xs text-muted-foreground">{name}</dt>
          <dd className="text-2xl font-semibold tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  </main>
)
