import type * as React from 'react'

export function FoundationPage({ title, lead, children }: { title: string; lead: string; children: React.ReactNode }) {
  return (
    <main className="mx-auto flex max-w-4xl flex-col gap-8 p-4 sm:p-8">
      <header className="flex flex-col gap-2">
        <h1 className="text-xl font-semibold">{title}</h1>
        <p className="max-w-prose text-sm text-muted-foreground">{lead}</p>
      </header>
      {children}
    </main>
  )
}

export function FoundationSection({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="flex min-w-0 flex-col gap-3">
      <h2 className="text-base font-semibold">{title}</h2>
      {children}
    </section>
  )
}
