import * as React from 'react'
import { expect, userEvent, waitFor } from 'storybook/test'
import { IntercomDoctorPanel } from '@/components/intercom/intercom-doctor/intercom-doctor-panel'
import { Button } from '@/components/ui/button'
import { clearDiagnoses, IntercomProvider, useIntercom } from 'intercom-v0-kit/messenger'
import preview from '../../.storybook/preview'
import { world } from '../../.storybook/world.ts'
import { wholePage } from '../support-inbox/whole-page'

/** Shows the plan that Intercom has stored, and a button that sets another one from the page. */
function Plan() {
  const { update } = useIntercom()
  const status = useIntercom((state) => state.status)
  const [stored, setStored] = React.useState('')
  React.useEffect(() => {
    const timer = setInterval(() => setStored(String(world.messenger.view?.settings.plan ?? 'none')), 100)
    return () => clearInterval(timer)
  }, [])
  return (
    <main className="mx-auto flex max-w-md flex-col gap-4 p-6 text-sm">
      <h1 className="text-xl font-semibold">A protected attribute</h1>
      <p className="text-muted-foreground">
        The workspace accepts <code>plan</code> only from a token that the server has signed.
      </p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 rounded-lg border p-4 font-mono text-xs">
        <dt className="text-muted-foreground">Messenger</dt>
        <dd data-testid="status">{status}</dd>
        <dt className="text-muted-foreground">plan in Intercom</dt>
        <dd data-testid="plan">{stored}</dd>
      </dl>
      <Button className="self-start" variant="outline" onClick={() => update({ customAttributes: { plan: 'enterprise' } })}>
        Set plan to “enterprise” in the browser
      </Button>
    </main>
  )
}

function IdentityPage() {
  return (
    <IntercomProvider verifyIdentity hideDefaultLauncher userId={world.userId} protectedAttributes={['plan']}>
      <Plan />
      <IntercomDoctorPanel defaultOpen />
    </IntercomProvider>
  )
}

/** The server signs what `authorize()` says about the customer. The browser can't contradict it. */
const meta = preview.meta({
  title: 'Messenger/Messenger/Identity',
  component: IdentityPage,
  parameters: {
    a11y: wholePage,
    docs: { story: { height: '420px' } },
    intercom: { signedInAs: 'customer', protectedAttributes: ['plan'] },
  },
  beforeEach: () => {
    clearDiagnoses()
    process.env.INTERCOM_MESSENGER_API_SECRET = 'a-mocked-messenger-api-secret-of-40-signs'
    return () => void delete process.env.INTERCOM_MESSENGER_API_SECRET
  },
})

const refusals = () => world.messenger.calls.flatMap(({ refused = [] }) => refused)

/** `plan` is in the token, so Intercom stores it. The page's own value isn't sent. */
export const Signed = meta.story({
  name: 'Signed by the server',
  parameters: { intercom: { attributes: { plan: 'team' } } },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByTestId('plan')).toHaveTextContent('team'))
    await userEvent.click(canvas.getByRole('button', { name: /enterprise/ }))
    await expect(world.messenger.calls.filter(({ args }) => JSON.stringify(args).includes('enterprise'))).toEqual([])
    await expect(canvas.getByTestId('plan')).toHaveTextContent('team')
    await expect(refusals()).toEqual([])
    await expect(canvas.queryByText('Protected attribute without proof')).toBeNull()
  },
})

/** `authorize()` returns no `plan`, so the page sends its own: Intercom refuses it, and the doctor says why. */
export const Refused = meta.story({
  name: 'Set by the page',
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getByTestId('status')).toHaveTextContent('ready'))
    await userEvent.click(canvas.getByRole('button', { name: /enterprise/ }))
    await waitFor(() => expect(refusals()).toEqual(['plan']))
    await waitFor(() => expect(canvas.getByTestId('plan')).toHaveTextContent('none'))
    await expect(await canvas.findByText('Protected attribute without proof')).toBeVisible()
    await expect(canvas.getByText(/list it in signedAttributes/)).toBeVisible()
  },
})

export const RefusedDark = Refused.extend({ name: 'Set by the page, dark', globals: { theme: 'dark' } })
