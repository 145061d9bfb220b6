import { IntercomProvider } from 'intercom-v0-kit/messenger'
import { ChatBanner } from '@/components/intercom/chat-banner'
import { HelpButton } from '@/components/intercom/help-button'
import { RichText } from '@/components/intercom/rich-text'

const body = [{ type: 'element' as const, tag: 'p' as const, children: [{ type: 'text' as const, text: 'Written by a customer.' }] }]

export default function App() {
  return (
    <IntercomProvider hideDefaultLauncher appId="hx7q2mlt">
      <ChatBanner />
      <HelpButton message="Where is my invoice?">Support</HelpButton>
      <RichText nodes={body} />
    </IntercomProvider>
  )
}
