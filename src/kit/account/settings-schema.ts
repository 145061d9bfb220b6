/** One problem that a {@link SettingsSchema} has found. */
export interface SettingsIssue {
  readonly message: string
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined
}

/** Result of a {@link SettingsSchema}. */
export type SettingsResult =
  | { readonly value: unknown; readonly issues?: undefined }
  | { readonly issues: readonly SettingsIssue[] }

/**
 * An object schema of any library that implements Standard Schema, such as Zod, Valibot or ArkType.
 *
 * https://standardschema.dev
 */
export interface SettingsSchema {
  readonly '~standard': {
    readonly version: 1
    readonly vendor: string
    readonly validate: (value: unknown) => SettingsResult | Promise<SettingsResult>
  }
}
