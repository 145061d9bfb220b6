import { buildAddressableList } from '../data/build-people.ts'
import type { Company, Contact } from '../types.ts'
import type { Workspace } from '../workspace.ts'
import { type Endpoint, ok, readString } from './endpoint.ts'
import { ApiFailure, notFound } from './errors.ts'
import { findContact } from './find.ts'
import { pageSizes, paginate } from './paging.ts'
import { toContactResponse } from './present.ts'

/** Finds a company by Intercom's id. @throws ApiFailure 404. */
export function findCompany(workspace: Workspace, id: string | undefined): Company {
  const company = workspace.companies.find((one) => one.id === id)
  if (!company) throw notFound('Company Not Found', 'company_not_found')
  return company
}

const getCompanies = (workspace: Workspace, contact: Contact): Company[] =>
  contact.companies.data.map(({ id }) => findCompany(workspace, id))

/** Endpoints for a single company and for the companies of a contact. */
export const companyEndpoints: Endpoint[] = [
  {
    method: 'GET',
    path: '/companies/{company_id}',
    respond: ({ workspace, params }) => ok(findCompany(workspace, params.company_id)),
  },
  {
    method: 'GET',
    path: '/contacts/{contact_id}/companies',
    respond({ workspace, params, query }) {
      const companies = getCompanies(workspace, findContact(workspace, params.contact_id))
      const order = { value: ({ created_at }: Company) => created_at, descending: true }
      const request = { per_page: query.get('per_page'), page: query.get('page') }
      const { items, total_count, pages } = paginate(companies, order, request, pageSizes.companies)
      // These pages have numbers, and a URL instead of a cursor.
      const next = new URL(`https://api.intercom.io/contacts/${params.contact_id}/companies`)
      next.searchParams.set('per_page', String(pages.per_page))
      next.searchParams.set('page', String(pages.page + 1))
      return ok({ type: 'list', data: items, total_count, pages: { ...pages, next: pages.next ? next.href : null } })
    },
  },
  {
    method: 'POST',
    path: '/contacts/{contact_id}/companies',
    respond({ workspace, params, body, version, emit }) {
      const contact = findContact(workspace, params.contact_id)
      const id = readString(body, 'id')
      if (id === undefined) throw new ApiFailure(400, 'parameter_not_found', 'company not specified')
      const company = findCompany(workspace, id)
      const ids = contact.companies.data.map((one) => one.id)
      if (!ids.includes(id)) {
        contact.companies = buildAddressableList(contact.id, 'companies', [...ids, id])
        company.user_count += 1
        emit('contact.user.updated', toContactResponse(contact, version))
      }
      return ok(company)
    },
  },
  {
    method: 'DELETE',
    path: '/contacts/{contact_id}/companies/{company_id}',
    respond({ workspace, params, version, emit }) {
      const contact = findContact(workspace, params.contact_id)
      const company = findCompany(workspace, params.company_id)
      const ids = contact.companies.data.map(({ id }) => id)
      if (ids.includes(company.id)) {
        contact.companies = buildAddressableList(contact.id, 'companies', ids.filter((id) => id !== company.id))
        company.user_count -= 1
        emit('contact.user.updated', toContactResponse(contact, version))
      }
      return ok(company)
    },
  },
]
