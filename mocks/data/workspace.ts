import type { Timestamp } from '../types.ts'
import type { Workspace } from '../workspace.ts'
import { buildCast } from './cast.ts'
import { NOW } from './clock.ts'
import { addActivity } from './week/activity.ts'
import { addAccess } from './week/access.ts'
import { addBilling } from './week/billing.ts'
import { addEdges } from './week/edges.ts'
import { addHostile } from './week/hostile.ts'
import { addLanguages } from './week/languages.ts'
import { addOnboarding } from './week/onboarding.ts'
import { addProduct } from './week/product.ts'

/**
 * Builds a deterministic support week at Tidewater Metrics, a small analytics company: six admins, three teams, a bot,
 * and customers in every conversation state.
 * @param options.now Current time in Unix seconds.
 */
export function buildWorkspace({ now = NOW }: { now?: Timestamp } = {}): Workspace {
  const cast = buildCast(now)
  addBilling(cast)
  addAccess(cast)
  addProduct(cast)
  addOnboarding(cast)
  addLanguages(cast)
  addHostile(cast)
  addEdges(cast)
  addActivity(cast)
  return cast.workspace
}
