/** Limits per item: files and lines in an app, without shadcn/ui primitives. */
export const budgets: [name: string, files: number, lines: number][] = [
  ['help-button', 2, 400],
  ['help-launcher', 3, 600],
  ['chat-banner', 3, 600],
  ['conversation-list', 8, 1300],
  ['conversation-thread', 10, 1900],
  ['message-composer', 7, 1120],
  ['customer-card', 6, 900],
  ['conversation-details', 4, 600],
  ['settings-event-form', 4, 600],
  ['support-form', 9, 1400],
  ['my-support', 22, 4135],
  ['rich-text', 2, 450],
  ['app-shell-views', 5, 700],
  ['support-inbox', 45, 7000],
  ['intercom-api', 2, 60],
]
