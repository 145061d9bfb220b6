import { IntercomProvider } from 'intercom-v0-kit/messenger'
import { Unread } from './unread'

export default function BubblePage() {
  return (
    <IntercomProvider>
      <Unread />
    </IntercomProvider>
  )
}
