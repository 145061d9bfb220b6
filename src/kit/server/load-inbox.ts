import { idParamsSchema } from '../contracts/index.ts'
import { ADMINS_KEY, type InboxData, PAGES, toConversationUrl, toPageUrl } from '../shared/inbox-data.ts'
import { defaultInboxFilter, type InboxFilter, toQuery } from '../shared/inbox-filter.ts'
import { createIntercomRoutes } from './create-intercom-routes.ts'
import { type Authorize, VIEWER_HEADER } from './http/principals.ts'

/** Options of {@link loadInbox}. */
export interface LoadInboxOptions {
  /** The app's own `authorize`, as in {@link createIntercomRoutes}. */
  authorize: Authorize
  /** The `filter` or `defaultFilter` of the inbox. @default open conversations, newest message first */
  filter?: Partial<InboxFilter> | undefined
  /** The initially selected conversation, to load as well. */
  selectedId?: string | null | undefined
  /** Milliseconds until Intercom's responses are left to the browser, so that the page isn't delayed. @default 3000 */
  timeout?: number | undefined
}

/**
 * Loads the first page of an inbox on the server, from the same routes and with the same `authorize` as the browser. In a page
 * of Next.js, which gets no request, pass its headers:
 *
 * ```tsx
 * const data = await loadInbox({ headers: await headers() }, { authorize })
 * return <InboxDataProvider data={data}><SupportInbox /></InboxDataProvider>
 * ```
 *
 * It never throws. The browser requests whatever failed to load, and shows the error.
 *
 * @param request the page's request, or its headers
 */
export async function loadInbox(
  request: Pick<Request, 'headers'>,
  { authorize, filter, selectedId, timeout = 3000 }: LoadInboxOptions,
): Promise<InboxData> {
  const headers = new Headers(request.headers)
  // Describes how the user reached the page, which other sites may link but can't read.
  headers.delete('sec-fetch-site')
  const signal = AbortSignal.timeout(timeout)
  const buildRequest = (url: string) => new Request(new URL(url, 'http://localhost'), { headers, signal })

  const list = toPageUrl(toQuery({ ...defaultInboxFilter, ...filter }), null)
  const principal = Promise.resolve().then(() => authorize(buildRequest(list)))
  const { GET } = createIntercomRoutes({ authorize: () => principal })
  const data: InboxData = { fallback: {}, viewer: '', now: Math.floor(Date.now() / 1000) }
  const load = async (url: string, key = url, toFallback = (body: unknown) => body) => {
    const response = await GET(buildRequest(url), { params: Promise.resolve({}) })
    if (!response.ok) return
    data.fallback[key] = toFallback(await response.json())
    data.viewer = response.headers.get(VIEWER_HEADER) ?? ''
  }

  await Promise.all([
    load(list, PAGES + list, (page) => [page]),
    idParamsSchema.safeParse({ id: selectedId }).success && load(toConversationUrl(`${selectedId}`)),
    // Customers may not read admins.
    principal.then(async (caller) => caller?.kind === 'agent' && load(ADMINS_KEY)).catch(() => {}),
  ])
  return data
}
