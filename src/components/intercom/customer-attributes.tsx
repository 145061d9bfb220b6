'use client'

import { ChevronDown } from 'lucide-react'
import * as React from 'react'
import { type CardWords, DetailList, DetailRow } from '@/components/intercom/customer-details'
import { attributeLabel, attributeText, type AttributeValue, useLocale } from 'intercom-v0-kit/strings'
import { PlainText } from '@/components/intercom/shared/plain-text'
import { Button } from '@/components/ui/button'
import { cn } from '@/lib/utils'

// A workspace can have hundreds: more than these stay folded.
const SHOWN = 6

/** Props of {@link CustomerAttributes}. */
interface CustomerAttributesProps extends React.ComponentProps<'div'> {
  /** The custom attributes, by name. */
  attributes: Record<string, AttributeValue>
  /** The card's words. */
  t: CardWords
}

/** A customer's custom attributes, in the order of their labels; the first few, and the others on demand. */
function CustomerAttributes({ attributes, t, className, ...props }: CustomerAttributesProps) {
  const format = useLocale()
  const [isExpanded, setExpanded] = React.useState(false)
  const listId = React.useId()
  const words = { yes: t('yes'), no: t('no'), notSet: t('notSet') }

  const rows = Object.entries(attributes)
    .map(([key, value]) => ({ key, value, label: attributeLabel(key) }))
    .sort((a, b) => a.label.localeCompare(b.label, format.locale))
  const canFold = rows.length > SHOWN
  const shown = isExpanded ? rows : rows.slice(0, SHOWN)

  if (rows.length === 0) return <p className="text-sm text-muted-foreground">{t('noAttributes')}</p>
  return (
    <div data-slot="customer-attributes" data-state={isExpanded ? 'open' : 'closed'} className={className} {...props}>
      <DetailList id={listId}>
        {shown.map(({ key, value, label }) => (
          <DetailRow key={key} label={<PlainText text={label} max={60} />} isMissing={value === null || value === ''}>
            <PlainText text={attributeText(key, value, words, format)} max={400} />
          </DetailRow>
        ))}
      </DetailList>
      {canFold ? (
        <Button
          type="button"
          variant="ghost"
          size="sm"
          aria-expanded={isExpanded}
          aria-controls={listId}
          onClick={() => setExpanded(!isExpanded)}
          className="-ms-2.5 text-muted-foreground"
        >
          <ChevronDown
            aria-hidden="true"
            className={cn('transition-transform motion-reduce:transition-none', isExpanded && 'rotate-180')}
          />
          {isExpanded ? t('showFewer') : t('showAll', { count: rows.length })}
        </Button>
      ) : null}
    </div>
  )
}

export { CustomerAttributes, type CustomerAttributesProps }
