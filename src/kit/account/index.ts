/**
 * Account pages: settings that save on blur, profile updates for Intercom, and upgrades. Hooks hold the state; the views in
 * `components/intercom` render it.
 */
export { patchAccount } from './save-account.ts'
export { getSaveFailure, type SaveFailure } from './save-failure.ts'
export type { SettingsSchema } from './settings-schema.ts'
export { getUpgradeFailure, type UpgradeFailure } from './upgrade-failure.ts'
export {
  type AutosaveForm,
  type FieldSave,
  type SaveSettings,
  type SettingValue,
  type SettingValues,
  useAutosave,
} from './use-autosave.ts'
export { useDirection } from './use-direction.ts'
export { useFocusRescue } from './use-focus-rescue.ts'
export { useHashValue } from './use-hash-value.ts'
export { useMediaQuery } from './use-media-query.ts'
export { useProfileUpdates, type UserAttribute } from './use-profile-updates.ts'
export { formatPrice, type SubscriptionPlan, useSubscription } from './use-subscription.ts'
export { type CheckoutOptions, type PaidUpgrade, type UpgradeEventState, type UpgradeState, useUpgrade } from './use-upgrade.ts'
export { RequestError, type RequestErrorCode } from '../shared/api-client.ts'
export { setBasePath } from '../shared/api-client.ts'
