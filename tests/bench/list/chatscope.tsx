import '@chatscope/chat-ui-kit-styles/dist/default/styles.min.css'
import { Avatar, Conversation, ConversationList } from '@chatscope/chat-ui-kit-react'
import { getRowText } from './plain-row.tsx'
import { createReactVariant } from './variant.tsx'

const picture = 'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg"/%3E'

export const variant = createReactVariant(
  ({ rows, selectedId }) => (
    <ConversationList style={{ height: '100%' }}>
      {rows.map((row) => {
        const words = getRowText(row)
        return (
          <Conversation
            key={row.id}
            name={words.name}
            lastSenderName={words.title}
            info={words.preview}
            lastActivityTime={words.age}
            active={row.id === selectedId}
            unreadDot={words.status === 'unread'}
          >
            <Avatar src={picture} name={words.letters} />
          </Conversation>
        )
      })}
    </ConversationList>
  ),
  '.scrollbar-container',
)
