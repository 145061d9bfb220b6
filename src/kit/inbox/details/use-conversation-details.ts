'use client'

import * as React from 'react'
import type { AttributeDefinition, ConversationDetails } from '../../contracts/index.ts'
import type { AttributeValue } from '../../strings/index.ts'
import { useConversationChanges } from '../actions/optimistic-store.ts'
import { useConversationActions } from '../actions/use-conversation-actions.ts'
import { useAttributeDefinitions, useConversation } from '../data/use-resource.ts'

/** Facts about a conversation, and a way to change its attributes. */
export interface ConversationDetailsData {
  /** Facts; `undefined` while loading, `null` if there are none, as for customers. */
  details: ConversationDetails | null | undefined
  /** Definitions of attributes; `undefined` while loading, `null` if Intercom's API version has none. */
  definitions?: readonly AttributeDefinition[] | null | undefined
  /** Reason why the definitions are missing. `permission` means that the access token may not read them. */
  missing?: 'permission' | 'failure' | undefined
  /** Names of the attributes that are being saved. */
  saving?: ReadonlySet<string> | undefined
  /** Called when the user changes an attribute. Without it, attributes are read-only. */
  onAttributeChange?: ((name: string, value: AttributeValue) => void) | undefined
}

/** Loads the facts about a conversation. `null` loads nothing. Changes show at once, with a toast that offers undo or retry. */
export function useConversationDetails(conversationId: string | null): ConversationDetailsData {
  const { data: conversation, error } = useConversation(conversationId)
  const details = conversation ? (conversation.details ?? null) : error || conversationId === null ? null : undefined
  const { data, error: failure } = useAttributeDefinitions(Boolean(details))
  const { pending } = useConversationChanges()
  const runActions = useConversationActions()
  const actions = pending.get(conversationId ?? '')
  const saving = React.useMemo(
    () => new Set(actions?.flatMap(({ action }) => (action.action === 'set_attribute' ? [action.name] : []))),
    [actions],
  )
  return {
    details,
    // Values can be edited as text without definitions.
    definitions: data ? data.definitions : failure ? null : undefined,
    missing: data || !failure ? undefined : failure.code === 'upstream_forbidden' ? 'permission' : 'failure',
    saving,
    onAttributeChange: React.useCallback(
      (name: string, value: AttributeValue) => {
        if (conversationId !== null) void runActions([conversationId], [{ action: 'set_attribute', name, value }])
      },
      [conversationId, runActions],
    ),
  }
}
