import * as React from 'react'
import { Unstyled } from '@storybook/addon-docs/blocks'
import { ChevronRight, ExternalLink } from 'lucide-react'
import { CopyButton } from '@/components/intercom/customer-card/details'
import { Button } from '@/components/ui/button'
import { copiedItem, readIndex, type Copied } from './registry-index.ts'

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

function count(amount: number, noun: string): string {
  return `${new Intl.NumberFormat('en').format(amount)} ${noun}${amount === 1 ? '' : 's'}`
}

function Item({ copied }: { copied: Copied }) {
  const { line, v0, item, views, files, primitives, packages, variables, elsewhere } = copied
  return (
    <section aria-label="Copy it" className="my-6 overflow-hidden rounded-lg border bg-card text-card-foreground">
      <div className="flex flex-col gap-2 p-4">
        <div className="flex flex-wrap items-center gap-2">
          <div className="flex min-w-0 flex-1 basis-80 items-center gap-2 rounded-md bg-muted ps-3 pe-1">
            <code data-slot="copy-line" className="min-w-0 flex-1 overflow-x-auto py-2.5 text-xs whitespace-nowrap">
              {line}
            </code>
            <CopyButton text={line} label="Copy the line" />
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
          {count(item.meta.files, 'file')}, {count(item.meta.lines, 'line')}, and the primitives of shadcn/ui that your app lacks.{' '}
          {item.docs}
        </p>
        <p className="text-xs text-muted-foreground">
          {views === item.name ? 'To update it, add it again' : `A block is added once. To update its views, add ${views}`} with{' '}
          <code>--diff</code> to see what changes, then with <code>--overwrite</code>.
        </p>
        {elsewhere ? (
          <p className="text-xs text-muted-foreground">
            The items of this build name {elsewhere}. To copy them from here, build with REGISTRY_BASE_URL set to this address.
          </p>
        ) : null}
        {v0 ? null : (
          <p className="text-xs text-muted-foreground">
            Open in v0 needs an address that v0 can reach. Its item is <code>r/v0/{item.name}.json</code>.
          </p>
        )}
      </div>
      <List title="Files" entries={files} />
      <List title="Environment variables" entries={variables} />
      <List title="Primitives of shadcn/ui" entries={primitives} />
      <List title="Packages" entries={packages} />
    </section>
  )
}

/** Props of {@link CopyItem}. */
interface CopyItemProps {
  /** The item's name. Without such an item nothing is rendered. */
  name: string
}

/** Shows how a component is copied, from the registry that was built with the page: its line, its link to v0, and what comes along. */
export function CopyItem({ name }: CopyItemProps) {
  const [copied, setCopied] = React.useState<Copied>()
  const [problem, setProblem] = React.useState<string>()
  React.useEffect(() => {
    let isGone = false
    const page = new URL('.', document.baseURI)
    readIndex(page).then(
      (index) => !isGone && setCopied(copiedItem(index, name, page)),
      (error: Error) => !isGone && setProblem(error.message),
    )
    return () => {
      isGone = true
    }
  }, [name])
  if (problem) return <p role="alert">{problem}</p>
  return copied ? (
    <Unstyled>
      <Item copied={copied} />
    </Unstyled>
  ) : null
}
