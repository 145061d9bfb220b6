import type { ItemRow } from '../../.storybook/registry/items.ts'
import { CopyButton } from '@/components/intercom/customer-card/details'
import { itemRows } from '../../.storybook/registry/items.ts'

/** The line that copies an item from beside this Storybook, wherever it is served. */
export function lineOf(name: string): string {
  const folder = new URL('./', globalThis.location.href)
  return `npx shadcn@latest add ${new URL(`r/${name}.json`, folder).href}`
}

/** Every item of some types, each with the line that copies it. */
export function ItemTable({ types }: { types: ItemRow['type'][] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Item</th>
          <th scope="col">Line</th>
        </tr>
      </thead>
      <tbody>
        {itemRows
          .filter(({ type }) => types.includes(type))
          .map(({ name, title, description }) => (
            <tr key={name}>
              <td>
                <strong>{title}</strong>
                <br />
                <span className="text-muted-foreground">{description}</span>
              </td>
              <td>
                <span className="flex items-start justify-between gap-2">
                  <code>{lineOf(name)}</code>
                  <CopyButton text={lineOf(name)} label={`Copy the line of ${title}`} />
                </span>
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}
