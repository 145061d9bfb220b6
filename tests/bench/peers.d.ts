/** Declares the packages to compare with as `any`, since only the benchmark installs them. */
declare module '@chatscope/chat-ui-kit-react'
declare module '@intercom/messenger-js-sdk'
declare module '@tanstack/react-virtual'
declare module 'react-use-intercom'
declare module 'react-virtuoso'
declare module 'sanitize-html'
declare module 'dompurify'
declare module 'next'
