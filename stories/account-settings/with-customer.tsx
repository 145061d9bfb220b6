import type { Decorator } from '@storybook/react-vite'
import { IntercomSession } from 'intercom-v0-kit/messenger'

/** Signs a customer in and loads the Messenger at once. `parameters.onSignOut` ends the app's session. */
export const withCustomer: Decorator = (Story, { parameters }) => (
  <IntercomSession
    load="now"
    hideDefaultLauncher
    userId="story-user"
    name="Maya Okafor"
    email="maya@alder.example"
    onSignOut={(parameters.onSignOut as (() => Promise<void>) | undefined) ?? (() => {})}
  >
    <Story />
  </IntercomSession>
)
