import { toKeyCaps, keymap } from 'intercom-v0-kit/inbox'
import { keyboardHelpStrings } from 'intercom-v0-kit/strings'

/** Lists the inbox's keys from the same `keymap` that runs them. */
export function KeyTable() {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Command</th>
          <th scope="col">Keys</th>
          <th scope="col">Description</th>
        </tr>
      </thead>
      <tbody>
        {keymap.map(({ id, keys, listKeys }) => (
          <tr key={id}>
            <td>
              <code>{id}</code>
            </td>
            <td>{[...keys, ...listKeys].map((key) => toKeyCaps(key, false).join(' + ')).join(', ')}</td>
            <td>{keyboardHelpStrings[id]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
