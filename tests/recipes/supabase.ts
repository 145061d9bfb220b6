import type { Principal } from 'intercom-v0-kit/server'
import { createClient } from '@/lib/supabase/server'

/**
 * Supabase: `getUser()` verifies the session on the server, unlike `getSession()`. Only your server can write
 * `app_metadata`.
 */
export async function authorize(_request: Request): Promise<Principal | null> {
  const supabase = await createClient()
  const { data: { user } } = await supabase.auth.getUser()
  if (!user) return null
  const { intercom_admin_id: adminId } = user.app_metadata
  if (typeof adminId === 'string') return { kind: 'agent', adminId }
  return { kind: 'customer', userId: user.id, ...(user.email && user.email_confirmed_at && { email: user.email }) }
}
