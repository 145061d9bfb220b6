import type { DocsContainerProps } from '@storybook/addon-docs/blocks'
import * as React from 'react'

// Stories load without the parts of docs pages, which are a third of all scripts.
const Page = React.lazy(async () => ({ default: (await import('./docs/docs-page.tsx')).DocsPage }))
const Container = React.lazy(async () => ({ default: (await import('./docs-container.tsx')).ThemedDocsContainer }))

/** Docs page of a component, loaded on demand. */
export function DocsPage() {
  return (
    <React.Suspense>
      <Page />
    </React.Suspense>
  )
}

/** Frame of every docs page, loaded on demand. */
export function ThemedDocsContainer(props: React.PropsWithChildren<DocsContainerProps>) {
  return (
    <React.Suspense>
      <Container {...props} />
    </React.Suspense>
  )
}
