// Imports every path of the package like an app does.
import { useAutosave } from 'intercom-v0-kit/account'
import { conversationSchema, type Conversation } from 'intercom-v0-kit/contracts'
import { useConversations } from 'intercom-v0-kit/inbox'
import { useIntercom } from 'intercom-v0-kit/messenger'
import { parseRichText, toSafeLink } from 'intercom-v0-kit/rich-text'
import { LocaleProvider, helpButtonStrings } from 'intercom-v0-kit/strings'
import { de } from 'intercom-v0-kit/strings/de'

export const conversation: Conversation = conversationSchema.parse({})
export const label: string = helpButtonStrings.label
export const body = parseRichText('<p>Hello</p>')
export const link: string | null | undefined = toSafeLink('https://example.com')
export const autosave = useAutosave

export function Count() {
  const { conversations } = useConversations()
  const status = useIntercom((state) => state.status)
  return (
    <LocaleProvider locale="de" strings={de}>
      <p>{conversations?.length ?? status}</p>
    </LocaleProvider>
  )
}

// @ts-expect-error -- unknown props are refused
export const wrong = <LocaleProvider local="de">x</LocaleProvider>
