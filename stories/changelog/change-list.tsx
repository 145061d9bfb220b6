import { Markdown } from '@storybook/addon-docs/blocks'
import { changes } from '../../.storybook/docs/changes.ts'

/** Changes by version, from the changelog and the changesets. */
export function ChangeList() {
  return (
    <>
      {[...Map.groupBy(changes, ({ version }) => version)].map(([version, entries]) => (
        <Markdown key={version}>
          {[`## ${version.charAt(0).toUpperCase()}${version.slice(1)}`, ...entries.map(({ text }) => `- ${text}`)].join('\n')}
        </Markdown>
      ))}
    </>
  )
}
