import { IntercomProvider } from 'intercom-v0-kit/messenger'
import { ChatBanner } from '@/components/intercom/chat-banner'
import { HelpButton } from '@/components/intercom/help-button'
import { HelpLauncher } from '@/components/intercom/help-launcher'
import { IntercomDoctor } from '@/components/intercom/intercom-doctor'

export default function Home() {
  return (
    <IntercomProvider hideDefaultLauncher>
      <ChatBanner />
      <HelpButton message="Where is my invoice?">Support</HelpButton>
      <HelpLauncher />
      <IntercomDoctor />
    </IntercomProvider>
  )
}
