import { messengerTroubles, type TroubleCode } from 'intercom-v0-kit/messenger'

/** Symptoms and their possible causes, the most likely first. */
const sights: [sight: string, codes: TroubleCode[]][] = [
  ['The Messenger does not appear', ['provider_missing', 'app_id_missing', 'app_id_misnamed', 'app_id_invalid', 'script_blocked', 'not_ready', 'loaded_twice']],
  ['A signed-in user is shown as a guest', ['user_empty', 'identity_missing', 'booted_elsewhere']],
  ['The console has a 401', ['identity_refused', 'events_refused']],
  ['An event triggers nothing', ['event_invalid', 'events_refused', 'time_in_milliseconds']],
  ['An attribute stays as it was', ['updates_spent', 'time_in_milliseconds']],
]

/** Lists the symptoms with the same explanations as `IntercomDoctor`. */
export function FirstLook() {
  return sights.map(([sight, codes]) => (
    <section key={sight}>
      <h2>{sight}</h2>
      <ul>
        {codes.map((code) => {
          const { name, cause, cure } = messengerTroubles[code]
          return (
            <li key={code}>
              <strong>{name}.</strong> {cause} <em>{cure}</em>
            </li>
          )
        })}
      </ul>
    </section>
  ))
}
