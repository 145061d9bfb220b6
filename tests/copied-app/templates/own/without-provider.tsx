import { HelpButton } from '@/components/intercom/help-button'

export default function Home() {
  return <HelpButton>Support</HelpButton>
}
