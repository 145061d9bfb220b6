/** What can be done with a list from outside of it. */
export interface ConversationListHandle {
  /** Moves the focus to the next row (1), the one before (-1), or the one where Tab reaches the list (0). */
  focusRow: (step: -1 | 0 | 1) => void
  /** Focuses a row. */
  focusId: (id: string) => void
  /** The row that has the focus, or a control in it; null where none has. */
  focusedId: () => string | null
  /** Checks a row, or takes the check away. */
  toggle: (id: string) => void
}
