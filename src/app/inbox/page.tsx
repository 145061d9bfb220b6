import { InboxDataProvider } from 'intercom-v0-kit/inbox'
import { loadInbox } from 'intercom-v0-kit/server'
import { headers } from 'next/headers'
import { SupportInbox } from '@/components/intercom/support-inbox'
import { authorize } from '@/lib/intercom/authorize'

/** Waits for the conversations, so that rows are in the first HTML. Only apps with `cacheComponents` need it. */
export const instant = false

/** Support inbox, as high as the window. Below a header of 4rem, use `h-[calc(100dvh-4rem)]`. */
export default async function InboxPage() {
  const data = await loadInbox({ headers: await headers() }, { authorize })
  return (
    <InboxDataProvider data={data}>
      <SupportInbox className="h-dvh" />
    </InboxDataProvider>
  )
}
