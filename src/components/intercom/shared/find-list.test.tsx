import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { FindList } from '@/components/intercom/shared/find-list'

test('the field points to the option that Enter takes, by an id that HTML allows', () => {
  const options = [{ id: 'admin 7', label: 'Priya' }, { id: 'team 7', label: 'Support' }]
  const html = renderToString(<FindList options={options} label="Assignee" onSelect={() => {}} />)
  const active = /aria-activedescendant="([^"]*)"/.exec(html)?.[1] ?? ''
  expect(active).toMatch(/^\S+$/)
  expect(html).toContain(`id="${active}"`)
})
