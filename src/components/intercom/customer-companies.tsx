'use client'

import type * as React from 'react'
import type { CardWords } from '@/components/intercom/customer-details'
import { moneyText, useLocale } from 'intercom-v0-kit/strings'
import { PlainText } from '@/components/intercom/shared/plain-text'
import { Badge } from '@/components/ui/badge'
import type { Company } from 'intercom-v0-kit/contracts'
import { cn } from '@/lib/utils'

/** Props of {@link CustomerCompanies}. */
interface CustomerCompaniesProps extends React.ComponentProps<'ul'> {
  /** The companies that the customer belongs to. */
  companies: Company[]
  /** The currency of the workspace, an ISO 4217 code. */
  currency?: string
  /** The card's words. */
  t: CardWords
}

/** The companies that a customer belongs to: plan, monthly spend, users, website. */
function CustomerCompanies({ companies, currency, t, className, ...props }: CustomerCompaniesProps) {
  const { locale } = useLocale()

  if (companies.length === 0) return <p className="text-sm text-muted-foreground">{t('noCompanies')}</p>
  return (
    <ul data-slot="customer-companies" className={cn('flex flex-col gap-3 text-sm', className)} {...props}>
      {companies.map((company) => {
        const facts = [
          company.monthly_spend !== null &&
            t(currency ? 'companySpend' : 'companySpendBare', { amount: moneyText(company.monthly_spend, currency, locale) }),
          company.user_count !== null && t('companyUsers', { count: company.user_count }),
        ].filter((fact) => fact !== false)
        return (
          <li key={company.id} className="flex flex-col gap-0.5">
            <span className="flex items-start gap-2">
              <span className="min-w-0 flex-1 font-medium wrap-anywhere">
                {company.name ? <PlainText text={company.name} max={120} /> : t('unnamedCompany')}
              </span>
              {company.plan ? (
                <Badge variant="secondary" className="max-w-32">
                  <PlainText text={company.plan} max={80} className="truncate" />
                </Badge>
              ) : null}
            </span>
            {facts.length > 0 ? (
              <span className="flex flex-wrap gap-x-3 text-xs text-muted-foreground">
                {facts.map((fact) => (
                  <bdi key={fact}>{fact}</bdi>
                ))}
              </span>
            ) : null}
            {company.website ? (
              <span className="text-xs text-muted-foreground wrap-anywhere">
                <PlainText text={company.website} max={120} />
              </span>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}

export { CustomerCompanies, type CustomerCompaniesProps }
