import { variables } from './variables.ts'

export function VariableTable() {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Variable</th>
          <th scope="col">For</th>
          <th scope="col">Its value</th>
          <th scope="col">Seen by</th>
          <th scope="col">In previews</th>
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
            <td>{isPerWorkspace ? 'another value' : 'the same'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
