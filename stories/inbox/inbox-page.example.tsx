import { SupportInbox } from '@/components/intercom/support-inbox'

export default function InboxPage() {
  return <SupportInbox className="h-dvh" />
}
