import type { ItemRow } from '../../.storybook/registry/items.ts'
import { CopyButton } from '@/components/intercom/customer-card/details'
import { itemRows } from '../../.storybook/registry/items.ts'

/** Builds the command that copies an item from the registry at this Storybook's URL. */
function buildCopyLine(name: string): string {
  const folder = new URL('./', globalThis.location.href)
  return `npx shadcn@latest add ${new URL(`r/${name}.json`, folder).href}`
}

/** Lists the items of the given types, each with its copy command. */
export function ItemTable({ types }: { types: ItemRow['type'][] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Item</th>
          <th scope="col">Command</th>
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
                  <code>{buildCopyLine(name)}</code>
                  <CopyButton text={buildCopyLine(name)} label={`Copy the command for ${title}`} />
                </span>
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}
