import { variables } from './variables.ts'

export function VariableTable() {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Variable</th>
          <th scope="col">Purpose</th>
          <th scope="col">Where to find it</th>
          <th scope="col">Visible to</th>
          <th scope="col">Preview value</th>
        </tr>
      </thead>
      <tbody>
        {variables.map(({ name, purpose, source, seenBy, isPerWorkspace }) => (
          <tr key={name}>
            <th scope="row">
              <code>{name}</code>
            </th>
            <td>{purpose}</td>
            <td>{source}</td>
            <td>{seenBy}</td>
            <td>{isPerWorkspace ? 'different' : 'same'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
