import type { AccountUser } from '@/components/intercom/app-shell'
import { buildCast } from '../../mocks/data/cast.ts'
import { NOW } from '../../mocks/data/clock.ts'
import { arabicUser, user } from '../app-shell/frame.tsx'

/** Whoever is signed in to the app of these pages. */
export interface AppUser extends AccountUser {
  id: string
  /** Works in support: has the inbox, and needs no Messenger before they ask for it. */
  isAgent: boolean
}

const { priya } = buildCast(NOW).admins

export const customer: AppUser = { ...user, id: 'story-user', isAgent: false }
export const arabicCustomer: AppUser = { ...arabicUser, id: 'story-user', isAgent: false }
export const agent: AppUser = { name: priya.name, email: priya.email, avatarUrl: null, id: priya.id, isAgent: true }
