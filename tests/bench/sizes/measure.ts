import { weigh, type Weighed } from '../../bundle-size.ts'
import { benchFolder } from '../places.ts'

const from = benchFolder

const items: Weighed[] = [
  { name: 'kit: IntercomProvider, useIntercom', code: `export { IntercomProvider, useIntercom } from 'intercom-v0-kit/messenger'` },
  { name: 'react-use-intercom', code: `import * as api from 'react-use-intercom'; export default api`, from },
  { name: '@intercom/messenger-js-sdk', code: `import * as api from '@intercom/messenger-js-sdk'; export default api`, from },
  { name: 'kit: ConversationListView and ConversationThreadView', code: `export { ConversationListView } from '@/components/intercom/conversation-list'; export { ConversationThreadView } from '@/components/intercom/conversation-thread'` },
  { name: 'chatscope: ConversationList and MessageList, with DOMPurify', code: `export { ConversationList, Conversation, MessageList, Message, Avatar } from '@chatscope/chat-ui-kit-react'; export { default } from 'dompurify'`, from },
  { name: 'kit: RichText', code: `export { RichText } from '@/components/intercom/rich-text'` },
  { name: 'dompurify', code: `export { default } from 'dompurify'`, from },
  { name: 'sanitize-html', code: `export { default } from 'sanitize-html'`, from },
  { name: 'virtua (in the list above)', code: `export { Virtualizer } from 'virtua'`, from },
  { name: '@tanstack/react-virtual', code: `export { useVirtualizer } from '@tanstack/react-virtual'`, from },
  { name: 'react-virtuoso', code: `export { Virtuoso } from 'react-virtuoso'`, from },
]

/** Measures kilobytes by subject, minified and gzipped, without React and without chunks that load on demand. */
export async function measureSizes(): Promise<Map<string, number>> {
  const sizes = new Map<string, number>()
  for (const item of items) {
    const weight = await weigh(item)
    if (weight) sizes.set(item.name, weight.bytes / 1000)
  }
  return sizes
}
