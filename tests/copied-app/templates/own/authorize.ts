export async function authorize(request: Request): Promise<Principal | null> {
  const [, session] = /(?:^|;\s*)session=(\w+)/.exec(request.headers.get('cookie') ?? '') ?? []
  if (session === 'agent') return { kind: 'agent', adminId: 'ADMIN_ID' }
  if (session === 'customer') return { kind: 'customer', userId: 'USER_ID' }
  return null
}
