/** The states that each component must be shown in. */

/** A group of components with the same required states. */
export interface Kind {
  title: string
  /** Export names of the stories. */
  states: string[]
  /** Story titles of the components. */
  components: string[]
}

const always = ['Default', 'Dark', 'Phone', 'RightToLeft']

/** Components that no other kind lists belong to the last one. */
export const kinds: Kind[] = [
  {
    title: 'Data',
    states: [
      'Default', 'Loading', 'Empty', 'SignedOut', 'Forbidden', 'NotFound', 'RateLimited', 'IntercomDown', 'Offline',
      'Malformed', 'Stress', 'Dark', 'Phone', 'RightToLeft',
    ],
    components: ['Inbox/SupportInbox', 'Inbox/ConversationList', 'Inbox/ConversationThread', 'Inbox/CustomerCard', 'Inbox/MySupport'],
  },
  {
    title: 'Messenger',
    states: ['Default', 'Loading', 'Open', 'Unread', 'TooManyUnread', 'Blocked', 'NoAppId', 'Dark', 'Phone', 'RightToLeft'],
    components: ['Messenger/HelpButton', 'Messenger/HelpLauncher', 'Messenger/ChatBanner'],
  },
  {
    title: 'Forms',
    states: ['Default', 'Saving', 'Saved', 'FieldError', 'Failed', 'Offline', 'SignedOut', 'Dark', 'Phone', 'RightToLeft'],
    components: ['Account/SettingsEventForm', 'Account/NotificationPreferences', 'Account/SubscriptionPanel'],
  },
  {
    title: 'Composer',
    states: ['Reply', 'Note', 'WithFiles', 'TooLong', 'Closed', 'Offline', 'Failed', 'Dark', 'Phone', 'RightToLeft'],
    components: ['Inbox/MessageComposer'],
  },
  {
    title: 'Contact form',
    states: [
      'Default', 'Invalid', 'Sending', 'Sent', 'RateLimited', 'SignedOut', 'RefusedFiles', 'FilesFailed', 'IntercomDown', 'MaybeSent',
      'Offline', 'Visitor', 'Dark', 'Phone', 'RightToLeft',
    ],
    components: ['Messenger/SupportForm'],
  },
  {
    title: 'Toasts',
    states: ['Done', 'Failed', 'Several', 'Dark', 'Phone', 'RightToLeft'],
    components: ['Inbox/Toaster'],
  },
  {
    title: 'Errors',
    states: [
      'SignedOut', 'Forbidden', 'NotFound', 'RateLimited', 'IntercomDown', 'Timeout', 'Offline', 'Malformed', 'NotConfigured',
      'Rejected', 'Unexpected', 'Dark', 'Phone', 'RightToLeft',
    ],
    components: ['Inbox/ErrorState'],
  },
  {
    title: 'Rich text',
    states: [...always, 'Stress', 'Images', 'ImageFailed', 'Links'],
    components: ['Inbox/RichText'],
  },
  {
    title: 'Dev tools',
    states: ['Healthy', 'Many', 'Dark', 'Phone', 'RightToLeft'],
    components: ['Messenger/IntercomDoctor'],
  },
  { title: 'Other components', states: always, components: [] },
]

/** Titles of pages and of stories that show several components. */
const noComponents = /^(?:All states|Pages|Pairs|Foundations|Developers)(?:\/|$)|^Messenger\/Messenger$/

export interface ShownStory {
  id: string
  title: string
  exportName: string
}

export interface ComponentRow {
  component: string
  /** Required states with the id of their story. */
  shown: { state: string; id: string }[]
  lacking: string[]
}

/** Groups components by kind, with the states that each shows and lacks. Stories with nested titles count for the component. */
export function buildStateMatrix(stories: readonly ShownStory[]): { kind: Kind; rows: ComponentRow[] }[] {
  const shown = new Map<string, Map<string, string>>()
  for (const { id, title, exportName } of stories) {
    const component = title.split('/').slice(0, 2).join('/')
    if (noComponents.test(component)) continue
    const states = shown.get(component) ?? new Map<string, string>()
    shown.set(component, states)
    if (title === component || !states.has(exportName)) states.set(exportName, id)
  }
  const named = new Set(kinds.flatMap(({ components }) => components))
  const others = [...shown.keys()].filter((component) => !named.has(component)).sort()
  return kinds.map((kind, index) => {
    const components = index === kinds.length - 1 ? [...kind.components, ...others] : kind.components
    const rows = components.map((component) => {
      const ids = shown.get(component)
      return {
        component,
        shown: kind.states.flatMap((state) => ids?.has(state) ? { state, id: ids.get(state)! } : []),
        lacking: kind.states.filter((state) => !ids?.has(state)),
      }
    })
    return { kind, rows }
  })
}
