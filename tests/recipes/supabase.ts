import type { Principal } from 'intercom-v0-kit/server'
import { createClient } from '@/lib/supabase/server'

/**
 * Supabase: `getUser()` asks the server, where `getSession()` believes the cookie.
 * `app_metadata` is the server's alone to write.
 */
export async function authorize(_request: Request): Promise<Principal | null> {
  const supabase = await createClient()
  const { data: { user } } = await supabase.auth.getUser()
  if (!user) return null
  const { intercom_admin_id: adminId } = user.app_metadata
  if (typeof adminId === 'string') return { kind: 'agent', adminId }
  return { kind: 'customer', userId: user.id, ...(user.email && user.email_confirmed_at && { email: user.email }) }
}
