/** Whether this page is the frame of a story in a docs page. */
const isEmbedded = window.frameElement?.id.startsWith('iframe--') ?? false

/** Whether `focus()` has an effect on an element. */
const isFocusable = (element: HTMLElement) =>
  (element.tabIndex >= 0 || element.hasAttribute('tabindex')) && !element.matches(':disabled')

/**
 * Keeps an embedded story from scrolling its docs page or taking the focus of it, until the user points at the story or
 * tabs into it. Until then, `focus()` only sets `document.activeElement` and dispatches the events.
 */
export function keepEmbeddedStoryStill(): void {
  if (!isEmbedded) return
  const { focus, blur } = HTMLElement.prototype
  const { scrollIntoView } = Element.prototype
  let isReleased = false
  let focused: HTMLElement | null = null
  const move = (next: HTMLElement | null) => {
    const last = focused
    if (last === next) return
    focused = next
    last?.dispatchEvent(new FocusEvent('blur', { relatedTarget: next }))
    last?.dispatchEvent(new FocusEvent('focusout', { relatedTarget: next, bubbles: true }))
    next?.dispatchEvent(new FocusEvent('focus', { relatedTarget: last }))
    next?.dispatchEvent(new FocusEvent('focusin', { relatedTarget: last, bubbles: true }))
  }
  HTMLElement.prototype.focus = function (options) {
    if (isReleased) focus.call(this, options)
    else if (isFocusable(this)) move(this)
  }
  HTMLElement.prototype.blur = function () {
    if (isReleased) blur.call(this)
    else if (this === focused) move(null)
  }
  Element.prototype.scrollIntoView = function (options) {
    if (isReleased) scrollIntoView.call(this, options)
  }
  Object.defineProperty(document, 'activeElement', {
    configurable: true,
    get: () => (focused?.isConnected ? focused : document.body),
  })
  const release = ({ isTrusted }: Event) => {
    if (!isTrusted || isReleased) return
    isReleased = true
    Reflect.deleteProperty(document, 'activeElement')
  }
  for (const type of ['pointerdown', 'focusin']) addEventListener(type, release, { capture: true })
}
