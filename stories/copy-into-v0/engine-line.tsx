import { CopyButton } from '@/components/intercom/customer-card/details'
import { readIndex } from '../../.storybook/docs/registry-index.ts'
import * as React from 'react'

/** Shows the command that installs this build's engine. */
export function EngineLine() {
  const [line, setLine] = React.useState<string>()
  React.useEffect(() => {
    readIndex(new URL('.', document.baseURI)).then(
      ({ items }) => {
        const engine = items.flatMap(({ dependencies }) => dependencies).find((each) => each.startsWith('intercom-v0-kit@'))
        setLine(`npm install ${engine}`)
      },
      (error: Error) => setLine(error.message),
    )
  }, [])
  return (
    <p className="flex items-start justify-between gap-2">
      <code data-slot="engine-line">{line}</code>
      {line ? <CopyButton text={line} label="Copy the command" /> : null}
    </p>
  )
}
