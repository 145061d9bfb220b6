import { messengerTroubles, type TroubleCode } from 'intercom-v0-kit/messenger'

/** Symptoms and their possible causes, the most likely first. */
const symptoms: [symptom: string, codes: TroubleCode[]][] = [
  ["The Messenger doesn't appear", ['provider_missing', 'app_id_missing', 'app_id_misnamed', 'app_id_invalid', 'script_blocked', 'not_ready', 'loaded_twice']],
  ['A signed-in user is shown as a guest', ['user_empty', 'identity_missing', 'booted_elsewhere']],
  ['The console has a 401', ['identity_refused', 'events_refused']],
  ['An event has no effect', ['event_invalid', 'events_refused', 'time_in_milliseconds']],
  ["An attribute doesn't change", ['updates_spent', 'time_in_milliseconds']],
]

/** Lists the symptoms with the same explanations as `IntercomDoctor`. */
export function FirstLook() {
  return symptoms.map(([symptom, codes]) => (
    <section key={symptom}>
      <h2>{symptom}</h2>
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
