// Every entry, as an app imports it.
import { SupportInbox, type ConversationListViewProps } from 'intercom-v0-kit/components'
import { SupportInbox as Same } from 'intercom-v0-kit/components/support-inbox'
import { conversationSchema, type Conversation } from 'intercom-v0-kit/contracts'
import { useConversations } from 'intercom-v0-kit/hooks'
import { useIntercom } from 'intercom-v0-kit/hooks/use-intercom'
import { helpButtonMessages } from 'intercom-v0-kit/messages/help-button'

export const inbox = <SupportInbox className="h-dvh" />
export const same = <Same />
export const conversation: Conversation = conversationSchema.parse({})
export const label: string = helpButtonMessages.label

export function Count(_props: Pick<ConversationListViewProps, 'className'>) {
  const { conversations } = useConversations()
  const status = useIntercom((state) => state.status)
  return <p>{conversations?.length ?? status}</p>
}

// @ts-expect-error A component refuses a prop that it does not have.
export const wrong = <SupportInbox classname="h-dvh" />
