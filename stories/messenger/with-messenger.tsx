import type { Decorator } from '@storybook/react-vite'
import { IntercomProvider, type IntercomProviderProps } from '@/components/intercom/intercom-provider'

/** What the app's layout does: a provider around the story. `parameters.provider` has its props. */
export const withMessenger: Decorator = (Story, { parameters }) => (
  <IntercomProvider hideDefaultLauncher {...(parameters.provider as IntercomProviderProps | undefined)}>
    <Story />
  </IntercomProvider>
)

/** Room around a small thing, and below it for what it opens. */
export const withRoom: Decorator = (Story) => (
  <div className="flex min-h-48 items-start gap-3 p-6">
    <Story />
  </div>
)

/** Where somebody goes who cannot have a chat. */
export const helpCentre = { href: '#help-centre', label: 'Open the help centre' }

/** Where somebody writes to who cannot have a chat. */
export const supportAddress = { email: 'support@tidewater.example' }
