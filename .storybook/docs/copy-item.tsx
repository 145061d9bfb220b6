import * as React from 'react'
import { Heading, Unstyled } from '@storybook/addon-docs/blocks'
import { ChevronRight, ExternalLink } from 'lucide-react'
import { CopyButton } from '@/components/intercom/customer-card/details'
import { Button } from '@/components/ui/button'
import { findCopiedItem, readIndex, type Copied } from './registry-index.ts'

function List({ title, entries }: { title: string; entries: readonly string[] }) {
  if (entries.length === 0) return null
  return (
    <details className="group border-t text-sm">
      <summary className="flex min-h-9 cursor-pointer list-none items-center gap-2 rounded-md px-4 hover:bg-accent focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-ring [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden="true" className="size-4 text-muted-foreground group-open:rotate-90" />
        {title}
        <span className="ms-auto text-xs text-muted-foreground tabular-nums">{entries.length}</span>
      </summary>
      <ul className="flex list-none flex-col gap-0.5 ps-10 pe-4 pt-1 pb-3 font-mono text-xs text-muted-foreground">
        {entries.map((entry) => (
          <li key={entry} className="wrap-anywhere">
            {entry}
          </li>
        ))}
      </ul>
    </details>
  )
}

function formatCount(amount: number, noun: string): string {
  return `${new Intl.NumberFormat('en').format(amount)} ${noun}${amount === 1 ? '' : 's'}`
}

function Item({ copied }: { copied: Copied }) {
  const { command, v0, item, views, files, primitives, packages, variables, elsewhere } = copied
  return (
    <section aria-label="Copy this component" className="my-6 overflow-hidden rounded-lg border bg-card text-card-foreground">
      <div className="flex flex-col gap-2 p-4">
        <div className="flex flex-wrap items-center gap-2">
          <div className="flex min-w-0 flex-1 basis-80 items-center gap-2 rounded-md bg-muted ps-3 pe-1">
            <code data-slot="copy-command" className="min-w-0 flex-1 overflow-x-auto py-2.5 text-xs whitespace-nowrap">
              {command}
            </code>
            <CopyButton text={command} label="Copy command" />
          </div>
          {v0 ? (
            <Button asChild>
              <a href={v0} target="_blank" rel="noreferrer">
                Open in v0
                <ExternalLink aria-hidden="true" />
              </a>
            </Button>
          ) : null}
        </div>
        <p data-slot="copy-count" className="text-xs text-muted-foreground tabular-nums">
          {formatCount(item.meta.files, 'file')}, {formatCount(item.meta.lines, 'line')}, plus the shadcn/ui primitives that your app lacks.{' '}
          {item.docs}
        </p>
        <p className="text-xs text-muted-foreground">
          {views === item.name ? 'To update, run the command' : `Add a block only once. To update its views, add ${views}`} with{' '}
          <code>--diff</code> to preview the changes, then with <code>--overwrite</code>.
        </p>
        {elsewhere ? (
          <p className="text-xs text-muted-foreground">
            These items refer to {elsewhere}. To copy them from this address, set REGISTRY_BASE_URL to it and build again.
          </p>
        ) : null}
        {v0 ? null : (
          <p className="text-xs text-muted-foreground">
            Open in v0 requires a public address. The item for v0 is <code>r/v0/{item.name}.json</code>.
          </p>
        )}
      </div>
      <List title="Files" entries={files} />
      <List title="Environment variables" entries={variables} />
      <List title="shadcn/ui primitives" entries={primitives} />
      <List title="Packages" entries={packages} />
      <List title="Theme tokens" entries={item.meta.tokens} />
    </section>
  )
}

interface CopyItemProps {
  /** Name of the registry item. Renders nothing for an unknown name. */
  name: string
}

/** Shows the copy command of a component, its link to v0, and the files it adds. */
export function CopyItem({ name }: CopyItemProps) {
  const [copied, setCopied] = React.useState<Copied>()
  const [problem, setProblem] = React.useState<string>()
  React.useEffect(() => {
    let isGone = false
    const page = new URL('.', document.baseURI)
    readIndex(page).then(
      (index) => !isGone && setCopied(findCopiedItem(index, name, page)),
      (error: Error) => !isGone && setProblem(error.message),
    )
    return () => {
      isGone = true
    }
  }, [name])
  if (problem) return <p role="alert">{problem}</p>
  return copied ? (
    <>
      <Heading>Install</Heading>
      <Unstyled>
        <Item copied={copied} />
      </Unstyled>
    </>
  ) : null
}
