/** Whether the URL of the page selects the dark theme. */
export const isInitiallyDark = (): boolean => /(?:^|;)theme:dark(?:;|$)/.test(new URLSearchParams(location.search).get('globals') ?? '')
