import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import { LocaleProvider, MessagesProvider, useMessages } from '@/kit/strings/locale-provider'

const english = { open: 'Open', close: 'Close', wait: 'Wait' }

function Part({ component = 'door' }: { component?: string }) {
  const t = useMessages(component, english)
  return <p>{[t('open'), t('close'), t('wait')].join(' ')}</p>
}

it('gives the parts of a component its overrides, over the strings of the page', () => {
  const html = renderToString(
    <LocaleProvider messages={{ door: { open: 'Auf', close: 'Zu' } }}>
      <MessagesProvider component="door" messages={{ close: 'Shut' }}><Part /></MessagesProvider>
    </LocaleProvider>,
  )
  expect(html).toContain('Auf Shut Wait')
})

it('changes nothing for other components or without overrides', () => {
  const part = (messages: Partial<typeof english> | undefined, component: string) =>
    renderToString(<MessagesProvider component="door" messages={messages}><Part component={component} /></MessagesProvider>)
  expect(part({ open: 'Ajar' }, 'window')).toContain('Open Close Wait')
  expect(part(undefined, 'door')).toContain('Open Close Wait')
})
