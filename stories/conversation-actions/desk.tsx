import { ConversationActions, SnoozeDialog } from '@/components/intercom/conversation-actions'
import { ConversationThread } from '@/components/intercom/conversation-thread'
import { MessageComposer, type MessageComposerProps } from '@/components/intercom/message-composer'
import { Toaster } from '@/components/intercom/toaster'

export interface DeskProps extends Pick<MessageComposerProps, 'sendOnEnter' | 'savedReplies' | 'audience'> {
  conversationId: string
}

/** Renders one conversation with its actions, for apps without the inbox. */
export function Desk({ conversationId, ...props }: DeskProps) {
  return (
    <main className="h-dvh">
      <h1 className="sr-only">Support</h1>
      <ConversationThread
        conversationId={conversationId}
        actions={<ConversationActions conversationId={conversationId} variant="menu" />}
        footer={
          <MessageComposer
            key={conversationId}
            conversationId={conversationId}
            actions={<ConversationActions conversationId={conversationId} variant="dock" />}
            snoozePanel={SnoozeDialog}
            {...props}
          />
        }
      />
      <Toaster />
    </main>
  )
}
