import type { AccountUser } from '@/components/intercom/app-shell'
import { buildCast } from '../../mocks/data/cast.ts'
import { NOW } from '../../mocks/data/clock.ts'
import { arabicUser, user } from '../app-shell/frame.tsx'

export interface AppUser extends AccountUser {
  id: string
  /** Whether the user works in support. Agents have the inbox and load the Messenger on demand. */
  isAgent: boolean
}

const { priya } = buildCast(NOW).admins

export const customer: AppUser = { ...user, id: 'story-user', isAgent: false }
export const arabicCustomer: AppUser = { ...arabicUser, id: 'story-user', isAgent: false }
export const agent: AppUser = { name: priya.name, email: priya.email, avatarUrl: null, id: priya.id, isAgent: true }
