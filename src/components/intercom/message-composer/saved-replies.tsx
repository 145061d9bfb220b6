'use client'

import type { SavedReply } from 'intercom-v0-kit/inbox'
import { messageComposerStrings, useStrings } from 'intercom-v0-kit/strings'
import { Picker, PickerItem, PickerList, type PickerProps } from '@/components/intercom/shared/picker'
import { CommandGroup } from '@/components/ui/command'

/** Props of {@link SavedReplies}. */
interface SavedRepliesProps extends PickerProps {
  /** Replies to choose from. */
  replies: readonly SavedReply[]
  /** Called with the chosen reply. The panel has closed. */
  onChoose: (reply: SavedReply) => void
}

/** Saved replies, found by typing. */
function SavedReplies({ replies, onChoose, ...props }: SavedRepliesProps) {
  const t = useStrings('messageComposer', messageComposerStrings)
  return (
    <Picker title={t('savedReplies')} description={t('savedRepliesHint')} closeLabel={t('closeSavedReplies')} {...props}>
      <PickerList label={t('findReply')} placeholder={t('findReplyPlaceholder')}>
        <CommandGroup>
          {replies.map((reply) => (
            <PickerItem
              key={reply.id}
              value={reply.id}
              label={reply.title}
              keywords={[reply.body]}
              hint={reply.body}
              onSelect={() => {
                props.onClose()
                onChoose(reply)
              }}
            />
          ))}
        </CommandGroup>
      </PickerList>
    </Picker>
  )
}

export { SavedReplies, type SavedRepliesProps }
