import type { SavedReply } from 'intercom-v0-kit/inbox'

export const savedReplies: SavedReply[] = [
  { id: 'hello', title: 'Greeting', body: 'Hi {first_name},\n\nthank you for writing to us.' },
  { id: 'refund', title: 'Refund is on its way', body: 'Hi {first_name}, your refund for {order_id} is on its way.' },
  { id: 'invoice', title: 'Where invoices are', body: 'You find every invoice under Settings, then Billing.' },
]
