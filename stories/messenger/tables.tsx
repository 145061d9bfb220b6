import { type IntercomStatus, messengerTroubles } from 'intercom-v0-kit/messenger'

interface TableProps {
  head: string[]
  rows: [string, ...string[]][]
  /** Whether the first column is formatted as code. */
  isCode?: boolean
}

function Table({ head, rows, isCode = false }: TableProps) {
  return (
    <table>
      <thead>
        <tr>
          {head.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first, ...cells]) => (
          <tr key={first}>
            <td>{isCode ? <code>{first}</code> : first}</td>
            {cells.map((cell) => (
              <td key={cell}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function LoadTable() {
  return (
    <Table
      head={['load', 'The script is asked for']}
      rows={[
        [
          'intent',
          'When somebody reaches for help: the pointer or the focus comes to a HelpButton, or a call opens something. ' +
            'The default.',
        ],
        ['idle', 'When the browser has nothing else to do.'],
        ['now', 'With the page.'],
        ['(cause) => boolean', 'When it answers true, at once or later: it may ask for consent first.'],
      ]}
      isCode
    />
  )
}

const statuses: Record<IntercomStatus, [meaning: string, components: string]> = {
  off: ['There is no app id.', 'HelpButton and HelpLauncher are links to the fallback. Without one they are not shown; a HelpButton in a sentence stays.'],
  waiting: ['Nobody has asked for it.', 'A button.'],
  loading: ['It is on its way.', 'Busy, once it was pressed.'],
  ready: ['It can be used.', 'A button, with what is unread.'],
  blocked: ['It did not come; blockedReason says why.', 'After a press: what happened, the fallback, another try.'],
  shutdown: ['The session was ended.', 'As off.'],
}

export function StatusTable() {
  return (
    <Table
      head={['status', 'What it means', 'What the components show']}
      rows={Object.entries(statuses).map(([status, texts]) => [status, ...texts])}
      isCode
    />
  )
}

export function TroubleTable() {
  return (
    <Table
      head={['Problem', 'Where it comes from', 'What to do']}
      rows={Object.values(messengerTroubles).map(({ name, cause, cure }) => [name, cause, cure])}
    />
  )
}
