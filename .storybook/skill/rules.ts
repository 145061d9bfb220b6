/** Rules for building with the kit: for people in the docs, for assistants in SKILL.md and llms.txt. */

/** To do. */
export const dos = [
  'Copy a component with its line: it brings its views, primitives and packages, and installs the engine. Do not write a copied file by hand.',
  'Put IntercomProvider from intercom-v0-kit/messenger (or IntercomSession, if users can sign out) once around the app, in the root layout.',
  'Add the item intercom-api for the routes, and identify the signed-in user in lib/intercom/authorize.ts, from the session alone. Until then every route responds with 401.',
  'Change a copied view as you like; change behaviour through the props and hooks of the engine.',
  'Update the engine with the package manager, and views with the line of their component and --diff. Add a block once.',
  'Give HelpButton, HelpLauncher and ChatBanner a fallback: content blockers stop the Messenger for some customers.',
  'Use the component where the routes are, and its view (…View) if the data is yours.',
  'Change strings with the messages prop or LocaleProvider; change colours with the tokens.',
  'Track events in snake_case with useTrackEvent: Intercom never forgets a name.',
  'Give times in Unix seconds or as a Date.',
  'Set secrets in .env.local or on the host, without NEXT_PUBLIC_.',
] as const

/** Not to do. */
export const donts = [
  "Do not fetch api.intercom.io from a component: the token is the server's. Call the routes below /api/intercom through the hooks of intercom-v0-kit/inbox.",
  'Do not import intercom-v0-kit/server or values of intercom-v0-kit/contracts in a component: they are for the server.',
  'Do not take a user id from a body or a query: identity comes from authorize() alone.',
  'Do not render a message as HTML: RichText takes the tree that the route sends.',
  'Do not load a second Messenger script or snippet beside the provider.',
  'Do not use raw colours or left and right: the tokens and logical utilities carry dark mode and right-to-left.',
  'Do not give a note the look of a reply: notes are for teammates alone.',
  'Do not call Date.now() while rendering: useNow() gives the time.',
] as const
