/** What is said where an action failed: loaded beside the page, for it is seldom needed. */
import {
  actionFailureMessages, type DoneWord, failureReason, failureReasonMessages, mayBeDone, type MessageTable,
  type Translate,
} from '../../strings/index.ts'

/**
 * What was not done, or is not known to be done, and why.
 *
 * @param error why
 * @param word what would have been said to have been done
 * @param wordsOf gives the words of a table in the reader's language, by the component's key
 */
export function actionFailure(
  error: Error,
  word: DoneWord,
  wordsOf: <Table extends MessageTable>(component: string, defaults: Table) => Translate<Table>,
): string {
  const reason = failureReason(error, wordsOf('failureReason', failureReasonMessages))
  return wordsOf('actionFailure', actionFailureMessages)(`${word}${mayBeDone(error) ? 'Unclear' : 'Failed'}`, { reason })
}
