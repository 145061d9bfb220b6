/** Account pages: settings that save on blur, profile updates for Intercom, and upgrades. */
export { useDirection, useFocusRescue, useHashValue } from './browser-hooks.ts'
export { useMediaQuery } from '../shared/use-media-query.ts'
export { getSaveFailure, patchAccount, type SaveFailure, type SettingsSchema } from './patch-account.ts'
export {
  type AutosaveForm, type FieldSave, type SaveSettings, type SettingValue, type SettingValues, useAutosave,
} from './use-autosave.ts'
export { useProfileUpdates, type UserAttribute } from './use-profile-updates.ts'
export {
  type CheckoutOptions, formatPrice, getUpgradeFailure, type PaidUpgrade, type SubscriptionOptions, type SubscriptionPlan,
  type UpgradeEventState, type UpgradeFailure, type UpgradeState, useSubscription, useUpgrade,
} from './use-subscription.ts'
export { RequestError, type RequestErrorCode, setBasePath } from '../shared/api-client.ts'
