import { donts, dos } from '../../.storybook/skill/rules.ts'

/** Rules for building with the kit. */
export function Rules() {
  return (
    <ul>
      {[...dos, ...donts].map((rule) => (
        <li key={rule}>{rule}</li>
      ))}
    </ul>
  )
}
