import { toAvatarUrl } from '../assets.ts'
import type { Admin, Company, Contact, Tag, Team, Timestamp } from '../types.ts'
import { type Workspace, createWorkspace } from '../workspace.ts'
import { addAdmin, addTag, addTeam } from './build-people.ts'
import { DAY } from './clock.ts'
import { addCompanies } from './companies.ts'
import { addContent } from './content.ts'
import { addCustomers } from './customers.ts'
import { addSettings } from './settings.ts'

/** People, teams, tags and companies of the support week, by name. */
export interface Cast {
  workspace: Workspace
  /** Current time of the support week, in Unix seconds. */
  now: Timestamp
  admins: Record<'priya' | 'tom' | 'lena' | 'kofi' | 'yuki' | 'sofia', Admin>
  teams: Record<'support' | 'billing' | 'oncall', Team>
  tags: Record<'billing' | 'bug' | 'sso' | 'api' | 'export' | 'privacy' | 'praise' | 'churn' | 'onboarding', Tag>
  companies: Record<string, Company>
  contacts: Record<string, Contact>
}

function addAdmins(workspace: Workspace): Cast['admins'] {
  const admin = (name: string, job_title: string, more: Partial<Admin> = {}) => {
    const email = `${name.split(' ')[0]?.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')}@tidewater.example`
    return addAdmin(workspace, { name, job_title, email, ...more })
  }
  return {
    priya: admin('Priya Raman', 'Support engineer', { avatar: toAvatarUrl('Priya Raman') }),
    tom: admin('Tom Gallagher', 'Head of support', { avatar: toAvatarUrl('Tom Gallagher') }),
    lena: admin('Lena Vogel', 'Customer success', {
      avatar: toAvatarUrl('Lena Vogel'), away_mode_enabled: true, away_mode_reassign: true, away_status_reason_id: 2,
    }),
    kofi: admin('Kofi Mensah', 'Billing specialist'),
    yuki: admin('Yuki Tanabe', 'Support engineer', { avatar: toAvatarUrl('Yuki Tanabe') }),
    sofia: admin('Sofía Herrera-Quintanilla', 'Site reliability engineer', { has_inbox_seat: true }),
  }
}

/** Creates the workspace of the support week, without conversations. */
export function buildCast(now: Timestamp): Cast {
  const workspace = createWorkspace(now - 1130 * DAY)
  const admins = addAdmins(workspace)
  const teams = {
    support: addTeam(workspace, { name: 'Support' }, [admins.priya, admins.tom, admins.yuki, admins.lena]),
    billing: addTeam(workspace, { name: 'Billing', distribution_method: 'balanced' }, [admins.kofi, admins.tom]),
    oncall: addTeam(workspace, { name: 'Engineering on call', assignment_limit: 5 }, [admins.sofia, admins.yuki]),
  }
  const tags = {
    billing: addTag(workspace, 'Billing'),
    bug: addTag(workspace, 'Bug'),
    sso: addTag(workspace, 'SSO'),
    api: addTag(workspace, 'API'),
    export: addTag(workspace, 'Export'),
    privacy: addTag(workspace, 'Privacy'),
    praise: addTag(workspace, 'Praise'),
    churn: addTag(workspace, 'Churn risk'),
    onboarding: addTag(workspace, 'Onboarding'),
  }
  const companies = addCompanies(workspace, now)
  const contacts = addCustomers(workspace, now, companies, tags)
  addSettings(workspace, now)
  addContent(workspace, now)
  return { workspace, now, admins, teams, tags, companies, contacts }
}
