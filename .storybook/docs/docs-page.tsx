import { Controls, Description, DocsContext, Primary, Stories, Subtitle, Title } from '@storybook/addon-docs/blocks'
import * as React from 'react'
import { CopyItem } from './copy-item.tsx'
import { itemNameOf } from './item-name.ts'

/** Every component's page: Storybook's own, with the way to copy it before its stories. */
export function DocsPage() {
  const context = React.use(DocsContext)
  const { parameters } = context.storyById()
  return (
    <>
      <Title />
      <Subtitle />
      <Description />
      <CopyItem name={itemNameOf(String(parameters.fileName))} />
      <Primary />
      <Controls />
      <Stories includePrimary={false} />
    </>
  )
}
