/** Differences between the versions of Intercom's REST API. https://github.com/intercom/Intercom-OpenAPI */

/** First version with each ability. `null` means only the preview of the next version has it. */
export const firstVersions = {
  /** `GET /macros`: saved replies. */
  macros: '2.16',
  /** `GET /internal_articles/search` */
  internalArticles: '2.14',
  /** `POST /conversations/{id}/merge` */
  merging: '2.16',
  /** `GET /conversations/attributes`: types and options of a conversation's custom attributes. */
  attributeDefinitions: '2.16',
  /** Five priorities instead of `priority` and `not_priority`. */
  priorityLevels: '2.16',
  /** `priority` in `PUT /conversations/{id}` */
  settingPriority: null,
  /** Outcomes `escalated`, `procedure_handoff` and `negative_feedback` of Fin, instead of `routed_to_team` and `abandoned`. */
  handoverOutcomes: '2.15',
} as const

/** Ability that depends on the API version. */
export type ApiAbility = keyof typeof firstVersions

function toNumber(version: string): number {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major * 1000 + minor
}

/** Whether a version has an ability. `Preview`, once called `Unstable`, has all of them. */
export function hasAbility(version: string, ability: ApiAbility): boolean {
  if (!/^\d/.test(version)) return true
  const first = firstVersions[ability]
  return first !== null && toNumber(version) >= toNumber(first)
}
