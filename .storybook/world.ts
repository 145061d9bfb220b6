/**
 * What the story at hand finds: a workspace of Intercom, somebody signed in, and things that work or do not.
 */
import { createIntercom, type FaultId, type Intercom, type Workspace } from '../mocks/index.ts'
import { NOW } from '../mocks/data/clock.ts'

/** Who is at the keyboard, as far as the app can tell. */
export type SignedInAs = 'agent' | 'customer' | 'stranger' | 'nobody'

/** What a story may say of its world, as `parameters.intercom`. Everything is optional. */
export interface WorldParameters {
  /** Who is signed in to the app; a stranger has an account and no business here. Default: an agent. */
  signedInAs?: SignedInAs
  /** How Intercom fails, by the id of a row of `mocks/faults.ts`. `never` is a request that stays under way. */
  fault?: FaultId
  /** Makes Intercom's data. Default: the support week of `mocks/data/workspace.ts`. */
  workspace?: () => Workspace
  /** How the app's own routes fail: not reached, or answering with a page of somebody else's. Default: they work. */
  app?: 'offline' | 'malformed'
}

/** The story's world. One at a time: Storybook shows a story a page. */
export interface World {
  intercom: Intercom
  signedInAs: SignedInAs
  /** The admin that an agent is. */
  adminId: string
  /** The user id that a customer is. */
  userId: string
  app: 'works' | 'offline' | 'malformed'
}

function createWorld({ signedInAs = 'agent', fault, workspace, app }: WorldParameters = {}): World {
  const intercom = createIntercom({ workspace, now: () => NOW })
  if (fault) intercom.setFault(fault)
  const admin = intercom.workspace.admins[0]
  const customer = intercom.workspace.contacts.find((contact) => contact.external_id !== null)
  return {
    intercom,
    signedInAs,
    adminId: admin?.id ?? 'none',
    userId: customer?.external_id ?? 'none',
    app: app ?? 'works',
  }
}

/** The world of the story that is shown now. */
export let world: World = createWorld()

/** Begins a new world, with nothing left of the one before. */
export function enterWorld(parameters?: WorldParameters): void {
  world = createWorld(parameters)
}
