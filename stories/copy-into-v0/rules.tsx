import { rules } from '../../.storybook/skill/rules.ts'

export function Rules() {
  return (
    <ol>
      {rules.map(({ title, points }) => (
        <li key={title}>
          <strong>{title}</strong>
          <ul>
            {points.map((point) => (
              <li key={point}>{point.replaceAll('`', '')}</li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
