import { ConversationActions } from '@/components/intercom/conversation-actions'
import { ConversationThread } from '@/components/intercom/conversation-thread'
import { MessageComposer, type MessageComposerProps } from '@/components/intercom/message-composer'
import { Toaster } from '@/components/intercom/toaster'

/** Props of {@link Desk}. */
export interface DeskProps extends Pick<MessageComposerProps, 'sendOnEnter' | 'savedReplies' | 'audience'> {
  conversationId: string
}

/** One conversation with everything that can be done in it: what an app puts together that has no use for the inbox. */
export function Desk({ conversationId, ...props }: DeskProps) {
  return (
    <main className="h-dvh">
      <h1 className="sr-only">Support</h1>
      <ConversationThread
        conversationId={conversationId}
        actions={<ConversationActions conversationId={conversationId} />}
        footer={<MessageComposer key={conversationId} conversationId={conversationId} {...props} />}
      />
      <Toaster />
    </main>
  )
}
