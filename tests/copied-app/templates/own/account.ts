export async function saveAccount(principal: Principal, changes: AccountChanges): Promise<AccountChanges> {
  if (principal.kind !== 'customer') throw new ApiError('forbidden')
  return changes
}
