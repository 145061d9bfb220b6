/** The English words of `ChatBanner`. */
export const chatBannerMessages = {
  region: 'Chat with us',
  question: 'Questions? Chat with us!',
  questionWithoutChat: "Questions? We're happy to help.",
  start: 'Start a chat',
  unread: { one: '{count} new reply', other: '{count} new replies' },
  read: 'Read',
  dismiss: 'Dismiss',
}
