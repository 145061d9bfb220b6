/** The rules for apps that use the kit, in the docs and in `SKILL.md`. */
export const rules: readonly { title: string; points: readonly string[] }[] = [
  {
    title: 'Copy views, install the engine',
    points: [
      'Add components with the shadcn CLI. Do not write copied files by hand.',
      'Restyle the copied views freely. Change behaviour through props and the hooks of the engine.',
      'Use a component when your app has the routes, and its view (`…View`) when you pass the data yourself.',
      'Update the engine with your package manager. Update views with `add --diff`, then `add --overwrite`. Add a block only once.',
    ],
  },
  {
    title: 'Identify users on the server',
    points: [
      'Add the item `intercom-api` and identify the signed-in user in `lib/intercom/authorize.ts`. Until you do, every route responds with 401.',
      'Read the identity from the session. Never read a user id from the body or the query.',
      'Render `IntercomProvider` once, in the root layout. Use `IntercomSession` if users can sign out. Do not add a second Messenger script.',
      'Leave `load` out: the Messenger loads when the page is idle. `load="intent"` gives up the launcher, unread counts and outbound messages until a click.',
      'Return what your server knows of the user (`email`, `name`, `attributes`) from `authorize`, and list attributes for the token in `signedAttributes`.',
    ],
  },
  {
    title: 'Keep secrets and server code out of the browser',
    points: [
      'Set secrets in `.env.local` or on the host, without `NEXT_PUBLIC_`.',
      'Do not fetch `api.intercom.io` from a component. Use the hooks of `intercom-v0-kit/inbox`, which call `/api/intercom`.',
      'Do not import `intercom-v0-kit/server`, or values of `intercom-v0-kit/contracts`, in a component. Types are fine.',
    ],
  },
  {
    title: 'Render messages as data',
    points: [
      'Pass the nodes of a message to `RichText`. Never render a message as HTML.',
      'Do not style an internal note like a reply. Only teammates may see notes.',
      'Pass `fallback` to `HelpButton`, `HelpLauncher` and `ChatBanner`, because content blockers can stop the Messenger.',
    ],
  },
  {
    title: 'Use the strings, tokens and clock of the kit',
    points: [
      'Change strings with the `strings` prop or `LocaleProvider`.',
      'Use colour tokens and logical utilities (`ps-4`, `text-start`), so that dark mode and right-to-left work.',
      'Read the time with `useNow()`. Do not call `Date.now()` while rendering. Pass times as Unix seconds or `Date`.',
      'Track events with `useTrackEvent` and snake_case names. Intercom keeps every name that it has received.',
      'If the app has `lib/intercom/events.ts`, add events there with `defineEvents`, and import only its type in components.',
    ],
  },
]
