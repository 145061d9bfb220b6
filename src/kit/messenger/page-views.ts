/**
 * Tells of every change of the page's address, however the app's router makes it: from the Navigation API, and in older
 * browsers of the visitor's way back and forward alone.
 *
 * https://developer.mozilla.org/en-US/docs/Web/API/Navigation/currententrychange_event
 *
 * @param onPageView called after a change of path or query; a hash alone is none
 */
export function watchPageViews(onPageView: () => void): void {
  const getPage = () => location.pathname + location.search
  let page = getPage()
  const onChange = () => {
    const last = page
    page = getPage()
    if (page !== last) onPageView()
  }
  // Older versions of TypeScript have no types for it.
  const { navigation } = window as { navigation?: EventTarget }
  if (navigation) navigation.addEventListener('currententrychange', onChange)
  else window.addEventListener('popstate', onChange)
}
