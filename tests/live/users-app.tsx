/** Renders the inbox of a customer, with the conversation that the URL selects. */
import { createRoot } from 'react-dom/client'
import { SupportInbox } from '@/components/intercom/support-inbox'

createRoot(document.getElementById('root')!).render(<SupportInbox audience="customer" defaultSelectedId={new URLSearchParams(location.search).get('id')} />)
