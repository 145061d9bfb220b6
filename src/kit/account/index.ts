export { patchAccount } from './save-account.ts'
export {
  type FieldSave,
  type SaveSettings,
  type SettingValue,
  type SettingValues,
  useAutosave,
} from './use-autosave.ts'
export { useHashValue } from './use-hash-value.ts'
export { useMediaQuery } from './use-media-query.ts'
export { useProfileUpdates, type UserAttribute } from './use-profile-updates.ts'
export { type PaidUpgrade, type UpgradeEventState, type UpgradeState, useUpgrade } from './use-upgrade.ts'
export { RequestError, type RequestErrorCode } from '../shared/api-client.ts'
export { useUnsavedWarning } from '../shared/use-unsaved-warning.ts'
