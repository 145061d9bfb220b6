import type { Decorator } from '@storybook/react-vite'
import { IntercomProvider, type IntercomProviderProps } from 'intercom-v0-kit/messenger'
import { NavBar } from './nav-bar.tsx'

/** What the app's layout does: a provider around the story. `parameters.provider` has its props. */
export const withMessenger: Decorator = (Story, { parameters }) => (
  <IntercomProvider hideDefaultLauncher {...(parameters.provider as IntercomProviderProps | undefined)}>
    <Story />
  </IntercomProvider>
)

/** A story that stands in the page, and in no navigation bar. */
export const inPage = { isInPage: true }

/** At the end of a navigation bar, with room below for what opens; in the page itself with the parameters {@link inPage}. */
export const withNavBar: Decorator = (Story, { parameters }) =>
  parameters.isInPage ? (
    <div className="min-h-48 p-6">
      <Story />
    </div>
  ) : (
    <div className="min-h-48">
      <NavBar>
        <Story />
      </NavBar>
    </div>
  )

/** Where somebody goes who cannot have a chat. */
export const helpCentre = { href: '#help-centre', label: 'Open the help centre' }

/** Where somebody writes to who cannot have a chat. */
export const supportAddress = { email: 'support@tidewater.example' }
