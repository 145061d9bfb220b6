import type * as React from 'react'

interface FoundationPageProps {
  title: string
  lead: string
  isWide?: boolean
  children: React.ReactNode
}

export function FoundationPage({ title, lead, isWide = false, children }: FoundationPageProps) {
  return (
    <main className={`mx-auto flex flex-col gap-8 p-4 sm:p-8 ${isWide ? 'max-w-6xl' : 'max-w-4xl'}`}>
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
