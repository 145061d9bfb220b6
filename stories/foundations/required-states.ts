/** Which states each component has to be shown in: a row of the matrix, and what a test holds. */

/** What a component is, as far as its states go. */
export interface Kind {
  title: string
  /** Names of stories, as they are exported. */
  states: string[]
  /** The components of it, by the titles of their stories. */
  components: string[]
}

const always = ['Default', 'Dark', 'Phone', 'RightToLeft']

/** A component in none of these kinds has to be shown in the states of the last. */
export const kinds: Kind[] = [
  {
    title: 'What shows data of Intercom',
    states: [
      'Default', 'Loading', 'Empty', 'SignedOut', 'Forbidden', 'NotFound', 'RateLimited', 'IntercomDown', 'Offline',
      'Malformed', 'Stress', 'Dark', 'Phone', 'RightToLeft',
    ],
    components: ['Inbox/SupportInbox', 'Inbox/ConversationList', 'Inbox/ConversationThread', 'Inbox/CustomerCard'],
  },
  {
    title: 'What opens the Messenger',
    states: ['Default', 'Loading', 'Open', 'Unread', 'TooManyUnread', 'Blocked', 'NoAppId', 'Dark', 'Phone', 'RightToLeft'],
    components: ['Messenger/HelpButton', 'Messenger/HelpLauncher', 'Messenger/ChatBanner'],
  },
  {
    title: 'What saves',
    states: ['Default', 'Saving', 'Saved', 'FieldError', 'Failed', 'Offline', 'SignedOut', 'Dark', 'Phone', 'RightToLeft'],
    components: ['Account/SettingsEventForm', 'Account/NotificationPreferences', 'Account/SubscriptionPanel'],
  },
  {
    title: 'What sends',
    states: ['Reply', 'Note', 'WithFiles', 'TooLong', 'Closed', 'Offline', 'Failed', 'Dark', 'Phone', 'RightToLeft'],
    components: ['Inbox/MessageComposer'],
  },
  {
    title: 'What says in passing how it went',
    states: ['Done', 'Failed', 'Several', 'Dark', 'Phone', 'RightToLeft'],
    components: ['Inbox/Toaster'],
  },
  {
    title: 'What says that something failed',
    states: [
      'SignedOut', 'Forbidden', 'NotFound', 'RateLimited', 'IntercomDown', 'Timeout', 'Offline', 'Malformed', 'NotConfigured',
      'Rejected', 'Unexpected', 'Dark', 'Phone', 'RightToLeft',
    ],
    components: ['Foundations/ErrorState'],
  },
  {
    title: 'What shows what others wrote',
    states: [...always, 'Stress', 'Images', 'ImageFailed', 'Links'],
    components: ['Inbox/RichText'],
  },
  {
    title: 'What finds mistakes while one builds',
    states: ['Healthy', 'Many', 'Dark', 'Phone', 'RightToLeft'],
    components: ['Messenger/IntercomDoctor'],
  },
  { title: 'All others', states: always, components: [] },
]

/** Pages of words and of figures, and stories of many components at once: no component has these titles. */
const noComponents = /^(?:Start|Foundations)\/(?!ErrorState)|^Messenger\/Messenger$/

/** A story, as far as it counts here. */
export interface ShownStory {
  title: string
  exportName: string
}

/** A component with the states it has, and those it lacks. */
export interface ComponentRow {
  component: string
  shown: string[]
  lacking: string[]
}

/**
 * The matrix: each kind with the rows of its components. A component's stories may be in several files below its title.
 *
 * @param stories all stories of the Storybook
 */
export function stateMatrix(stories: readonly ShownStory[]): { kind: Kind; rows: ComponentRow[] }[] {
  const shown = new Map<string, Set<string>>()
  for (const { title, exportName } of stories) {
    const component = title.split('/').slice(0, 2).join('/')
    if (noComponents.test(component)) continue
    shown.set(component, (shown.get(component) ?? new Set()).add(exportName))
  }
  const named = new Set(kinds.flatMap(({ components }) => components))
  const others = [...shown.keys()].filter((component) => !named.has(component)).sort()
  return kinds.map((kind, index) => {
    const components = index === kinds.length - 1 ? [...kind.components, ...others] : kind.components
    const rows = components.map((component) => ({
      component,
      shown: kind.states.filter((state) => shown.get(component)?.has(state)),
      lacking: kind.states.filter((state) => !shown.get(component)?.has(state)),
    }))
    return { kind, rows }
  })
}
