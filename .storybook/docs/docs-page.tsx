import { Controls, Description, DocsContext, Primary, Stories, Subtitle, Title } from '@storybook/addon-docs/blocks'
import * as React from 'react'
import { CopyItem } from './copy-item.tsx'
import { getItemName } from './item-name.ts'

/** Docs page of every component: Storybook's own, plus the copy command. */
export function DocsPage() {
  const context = React.use(DocsContext)
  const { parameters } = context.storyById()
  return (
    <>
      <Title />
      <Subtitle />
      <Description />
      <CopyItem name={getItemName(String(parameters.fileName))} />
      <Primary />
      <Controls />
      <Stories includePrimary={false} />
    </>
  )
}
