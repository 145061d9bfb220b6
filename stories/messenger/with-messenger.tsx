import type { Decorator } from '@storybook/react-vite'
import { IntercomProvider, type IntercomProviderProps } from 'intercom-v0-kit/messenger'
import { expect, userEvent, waitFor } from 'storybook/test'
import { messenger } from '@/kit/messenger/messenger-store'
import { NavBar } from './nav-bar.tsx'

/** Wraps the story in an `IntercomProvider` with the props of `parameters.provider`. */
export const withMessenger: Decorator = (Story, { parameters }) => (
  <IntercomProvider hideDefaultLauncher {...(parameters.provider as IntercomProviderProps | undefined)}>
    <Story />
  </IntercomProvider>
)

/** Parameters that render a story in the page instead of the navigation bar. */
export const inPage = { isInPage: true }

/** Renders the story at the end of a navigation bar, or in the page with {@link inPage}. */
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

/** A link as the fallback. */
export const helpCentre = { href: '#help-centre', label: 'Open the help centre' }

/** An email address as the fallback. */
export const supportAddress = { email: 'support@tidewater.example' }

/** Hovers over a button once the provider is ready: before, a hover loads nothing. */
export async function hoverWhenReady(button: HTMLElement): Promise<void> {
  await waitFor(() => expect(messenger.getState().status).toBe('waiting'))
  await userEvent.hover(button)
}
