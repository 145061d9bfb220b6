import { SupportInbox } from '@/components/intercom/support-inbox'

/** The support inbox, as high as the window. */
export default function InboxPage() {
  return <SupportInbox className="h-dvh" />
}
