import { donts, dos } from '../../.storybook/skill/rules.ts'

/** What whoever builds with the kit does, and does not. */
export function Rules() {
  return (
    <ul>
      {[...dos, ...donts].map((rule) => (
        <li key={rule}>{rule}</li>
      ))}
    </ul>
  )
}
