import type { ItemRow } from '../../.storybook/registry/items.ts'
import { itemRows } from '../../.storybook/registry/items.ts'

/** The address of an item beside this Storybook, wherever it is served. */
function addressOf(name: string): string {
  const folder = new URL('./', globalThis.location.href)
  return new URL(`r/${name}.json`, folder).href
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
                {description}
              </td>
              <td>
                <code>npx shadcn@latest add {addressOf(name)}</code>
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}
