import { type IntercomStatus, messengerTroubles } from 'intercom-v0-kit/messenger'
import { type EventCatalogue, listEvents } from 'intercom-v0-kit/server'

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
      head={['load', 'When the script loads', 'What it gives up']}
      rows={[
        ['idle', 'When the page has loaded and the browser is idle. The default.', 'Nothing.'],
        [
          'intent',
          'On the first sign of intent: a HelpButton is hovered or focused, or a call opens the Messenger.',
          "Until then: Intercom's launcher, unread counts, replies and outbound messages such as posts and tours.",
        ],
        ['now', 'When the provider mounts.', 'Blocking time while the page loads.'],
        ['(cause) => boolean', 'When the function returns true or a promise of true, for example after consent.', 'The same as intent, until it returns true.'],
      ]}
      isCode
    />
  )
}

const statuses: Record<IntercomStatus, [meaning: string, components: string]> = {
  off: ['There is no app id.', 'HelpButton and HelpLauncher are links to the fallback. Without a fallback, HelpLauncher is hidden, and HelpButton explains that chat is unavailable.'],
  waiting: ['Nothing is loaded yet.', 'A button.'],
  loading: ['The script is loading, or the session is starting.', 'A busy button, after a click.'],
  ready: ['The Messenger can be used.', 'A button, with the number of unread replies.'],
  blocked: ['The Messenger failed to load. blockedReason has the reason.', 'After a click: an error, the fallback and a retry.'],
  shutdown: ['The session was ended with shutdown().', 'The same as off.'],
}

export function StatusTable() {
  return (
    <Table
      head={['status', 'Meaning', 'What the components show']}
      rows={Object.entries(statuses).map(([status, texts]) => [status, ...texts])}
      isCode
    />
  )
}

/** Lists the events of a catalogue, as an app's own docs can. */
export function EventTable({ catalogue }: { catalogue: EventCatalogue }) {
  const rows = listEvents(catalogue).flatMap(({ name, description, properties }): [string, ...string[]][] => [
    [name, '', description],
    ...properties.map((one): [string, ...string[]] => [`${name}.${one.name}`, one.isRequired ? one.type : `${one.type}, optional`, one.description]),
  ])
  return <Table head={['Event', 'Type', 'Meaning']} rows={rows} isCode />
}

export function TroubleTable() {
  return (
    <Table
      head={['Problem', 'Cause', 'Solution']}
      rows={Object.values(messengerTroubles).map(({ name, cause, cure }) => [name, cause, cure])}
    />
  )
}
