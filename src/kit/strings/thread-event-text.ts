import type { EventPart } from '../contracts/index.ts'
import type { conversationThreadStrings } from './tables/thread.ts'

export type EventStringKey = keyof typeof conversationThreadStrings

/** Kind of a thread event. Each kind has an icon. */
export type EventKind =
  | 'assign' | 'close' | 'open' | 'snooze' | 'wake' | 'people' | 'rate' | 'edit' | 'workflow' | 'language' | 'time'
  | 'merge' | 'ticket' | 'other'

export interface EventText {
  kind: EventKind
  /** Key of a string that may contain the actor's `{name}` and `{assignee}`. */
  words: EventStringKey
}

const withoutAssignee: Record<string, EventText> = {
  assignment: { kind: 'assign', words: 'unassignedByName' },
  assign_and_reopen: { kind: 'open', words: 'reopened' },
  assign_and_unsnooze: { kind: 'wake', words: 'unsnoozed' },
}

/** Includes part types that Intercom sends but doesn't document. */
const events: Record<string, EventText> = {
  assignment: { kind: 'assign', words: 'assignedByName' },
  assign_and_reopen: { kind: 'assign', words: 'assignedAndReopened' },
  assign_and_unsnooze: { kind: 'assign', words: 'assignedAndWoken' },
  away_mode_assignment: { kind: 'assign', words: 'assignedAway' },
  default_assignment: { kind: 'assign', words: 'assignedDefault' },
  message_strategy_assignment: { kind: 'assign', words: 'assignedAutomatically' },
  close: { kind: 'close', words: 'closed' },
  open: { kind: 'open', words: 'reopened' },
  note_and_reopen: { kind: 'open', words: 'reopened' },
  snoozed: { kind: 'snooze', words: 'snoozed' },
  unsnoozed: { kind: 'wake', words: 'unsnoozed' },
  timer_unsnooze: { kind: 'wake', words: 'snoozeOver' },
  participant_added: { kind: 'people', words: 'participantAdded' },
  participant_removed: { kind: 'people', words: 'participantRemoved' },
  conversation_rating_changed: { kind: 'rate', words: 'rated' },
  conversation_attribute_updated_by_admin: { kind: 'edit', words: 'detailsUpdated' },
  conversation_attribute_updated_by_user: { kind: 'edit', words: 'detailsUpdated' },
  conversation_attribute_updated_by_workflow: { kind: 'workflow', words: 'detailsUpdatedByWorkflow' },
  operator_workflow_event: { kind: 'workflow', words: 'workflowRan' },
  custom_action_started: { kind: 'workflow', words: 'actionStarted' },
  custom_action_finished: { kind: 'workflow', words: 'actionFinished' },
  language_detection_details: { kind: 'language', words: 'languageDetected' },
  channel_and_reply_time_expectation: { kind: 'time', words: 'replyTimeShown' },
  merged_primary_conversation: { kind: 'merge', words: 'merged' },
}

const assignmentChanged: EventText = { kind: 'assign', words: 'assignmentChanged' }

const unknown: EventText = { kind: 'other', words: 'updated' }

function findEventText(partType: string): EventText {
  // Inherited names such as `constructor` aren't part types.
  if (Object.hasOwn(events, partType)) return events[partType] ?? unknown
  return partType.startsWith('ticket_') ? { kind: 'ticket', words: 'ticketUpdated' } : unknown
}

/** Returns the text of a thread event. Part types that Intercom adds later get a neutral text. */
export function describeThreadEvent({ part_type, author, assigned_to }: EventPart): EventText {
  const text = findEventText(part_type)
  if (text.kind === 'assign') {
    if (!assigned_to) return withoutAssignee[part_type] ?? assignmentChanged
    if (assigned_to.type === 'bot') {
      return part_type === 'assignment' ? assignmentChanged : (withoutAssignee[part_type] ?? assignmentChanged)
    }
    const isSelf = author.type === assigned_to.type && author.id === assigned_to.id
    return part_type === 'assignment' && isSelf ? { kind: 'assign', words: 'assignedToSelf' } : text
  }
  if (part_type === 'open' && author.type === 'contact') return { kind: 'open', words: 'reopenedByWriting' }
  return text
}
