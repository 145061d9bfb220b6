import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import { LocaleProvider, StringsProvider, useStrings } from '@/kit/strings/locale-provider'

const english = { open: 'Open', close: 'Close', wait: 'Wait' }

function Part({ component = 'door' }: { component?: string }) {
  const t = useStrings(component, english)
  return <p>{[t('open'), t('close'), t('wait')].join(' ')}</p>
}

it('gives the parts of a component its overrides, over the strings of the page', () => {
  const html = renderToString(
    <LocaleProvider strings={{ door: { open: 'Auf', close: 'Zu' } }}>
      <StringsProvider component="door" strings={{ close: 'Shut' }}><Part /></StringsProvider>
    </LocaleProvider>,
  )
  expect(html).toContain('Auf Shut Wait')
})

it('changes nothing for other components or without overrides', () => {
  const part = (messages: Partial<typeof english> | undefined, component: string) =>
    renderToString(<StringsProvider component="door" strings={messages}><Part component={component} /></StringsProvider>)
  expect(part({ open: 'Ajar' }, 'window')).toContain('Open Close Wait')
  expect(part(undefined, 'door')).toContain('Open Close Wait')
})
