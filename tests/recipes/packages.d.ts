/**
 * Declares the parts of the libraries that the recipes use, after their documentation. The kit depends on none of them.
 * Imports of `@/…` are files from each library's own guide.
 */

// https://authjs.dev/getting-started/session-management/get-session
declare module '@/auth' {
  interface Session {
    user: { id: string; email?: string | null; emailVerified?: Date | null; intercomAdminId?: string | null }
  }
  export function auth(): Promise<Session | null>
}

// https://clerk.com/docs/reference/nextjs/app-router/auth
declare module '@clerk/nextjs/server' {
  interface EmailAddress {
    emailAddress: string
    verification: { status: string | null } | null
  }
  interface User {
    id: string
    primaryEmailAddress: EmailAddress | null
    publicMetadata: Record<string, unknown>
  }
  export function currentUser(): Promise<User | null>
}

// https://www.better-auth.com/docs/concepts/session-management
declare module '@/lib/auth' {
  interface User {
    id: string
    email: string
    emailVerified: boolean
    intercomAdminId?: string | null
  }
  export const auth: { api: { getSession(call: { headers: Headers }): Promise<{ user: User } | null> } }
}

// https://supabase.com/docs/guides/auth/server-side/nextjs
declare module '@/lib/supabase/server' {
  interface User {
    id: string
    email?: string
    email_confirmed_at?: string
    app_metadata: Record<string, unknown>
  }
  export function createClient(): Promise<{ auth: { getUser(): Promise<{ data: { user: User | null } }> } }>
}
