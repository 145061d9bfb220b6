import { SupportInbox } from '@/components/intercom/support-inbox'

/** Support inbox, as high as the window. Below a header of 4rem, use `h-[calc(100dvh-4rem)]`. */
export default function InboxPage() {
  return <SupportInbox className="h-dvh" />
}
