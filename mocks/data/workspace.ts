import type { Timestamp } from '../types.ts'
import type { Workspace } from '../workspace.ts'
import { buildCast } from './cast.ts'
import { NOW } from './clock.ts'
import { addActivity } from './week/activity.ts'
import { tellAccess } from './week/access.ts'
import { tellBilling } from './week/billing.ts'
import { tellEdges } from './week/edges.ts'
import { tellHostile } from './week/hostile.ts'
import { tellLanguages } from './week/languages.ts'
import { tellOnboarding } from './week/onboarding.ts'
import { tellProduct } from './week/product.ts'

/**
 * A support week at Tidewater Metrics, a small company that sells product analytics: six teammates, three teams, a bot,
 * and customers in every state that a conversation can be in. The same every time.
 * @param options.now The moment that it is told from, in Unix seconds.
 */
export function buildWorkspace({ now = NOW }: { now?: Timestamp } = {}): Workspace {
  const cast = buildCast(now)
  tellBilling(cast)
  tellAccess(cast)
  tellProduct(cast)
  tellOnboarding(cast)
  tellLanguages(cast)
  tellHostile(cast)
  tellEdges(cast)
  addActivity(cast)
  return cast.workspace
}
