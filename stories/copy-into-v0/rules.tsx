import { donts, dos } from '../../.storybook/skill/rules.ts'

export function Rules() {
  return (
    <ul>
      {[...dos, ...donts].map((rule) => (
        <li key={rule}>{rule}</li>
      ))}
    </ul>
  )
}
