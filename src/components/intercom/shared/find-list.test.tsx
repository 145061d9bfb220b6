import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { FindList } from '@/components/intercom/shared/find-list'

test('points the field at the active option by a valid id', () => {
  const options = [{ id: 'admin 7', label: 'Priya' }, { id: 'team 7', label: 'Support' }]
  const html = renderToString(<FindList options={options} label="Assignee" onSelect={() => {}} />)
  const active = /aria-activedescendant="([^"]*)"/.exec(html)?.[1] ?? ''
  expect(active).toMatch(/^\S+$/)
  expect(html).toContain(`id="${active}"`)
})
