/** What whoever builds with the kit does, and does not: for people in the docs, for assistants in SKILL.md and llms.txt. */

/** To do. */
export const dos = [
  "Copy an item with its line: it brings every file, package, route and variable that it needs. Do not write a copied file by hand.",
  'Put IntercomProvider (or IntercomSession, where there is a log-out) once around the app, in the root layout.',
  'Say who is asking in lib/intercom/authorize.ts, from the session alone. Until then every route answers 401.',
  'Give HelpButton, HelpLauncher and ChatBanner a fallback: content blockers stop the Messenger for some customers.',
  'Use the bound component where the routes are, and its view (…View) where the data is yours.',
  'Change words with the messages prop or LocaleProvider; change colours with the tokens.',
  'Track events in snake_case with useTrackEvent: Intercom never forgets a name.',
  'Give times in Unix seconds or as a Date.',
  'Set secrets in .env.local or on the host, without NEXT_PUBLIC_.',
] as const

/** Not to do. */
export const donts = [
  'Do not fetch api.intercom.io from a component: the token is the server\'s. Ask the routes below /api/intercom through the hooks.',
  'Do not take a user id from a body or a query: who somebody is comes from authorize() alone.',
  'Do not render a message as HTML: RichText takes the tree that the route sends.',
  'Do not load a second Messenger script or snippet beside the provider.',
  'Do not use raw colours or left and right: the tokens and logical utilities carry dark mode and right-to-left.',
  'Do not give a note the look of a reply: notes are for teammates alone.',
  'Do not call Date.now() while rendering: useNow() gives the time.',
] as const
