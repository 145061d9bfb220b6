import { messengerTroubles } from '@/lib/intercom/messenger-troubles'

/** Every trouble that the doctor knows, for the documentation. */
export function TroubleTable() {
  return (
    <table>
      <thead>
        <tr>
          <th>Trouble</th>
          <th>Where it comes from</th>
          <th>What to do</th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(messengerTroubles).map(([code, { name, cause, cure }]) => (
          <tr key={code}>
            <td>{name}</td>
            <td>{cause}</td>
            <td>{cure}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
