import type { WidgetView } from './types.ts'

/** What a person can do in the panel. */
export interface PanelActions {
  open: () => void
  close: () => void
}

const css = `
  :host { position: fixed; inset-block-end: 0; inset-inline-end: 0; font: 14px/1.4 system-ui, sans-serif; }
  button { font: inherit; cursor: pointer; color: ButtonText; background: ButtonFace; border: 1px solid GrayText; border-radius: 8px; }
  .launcher { position: fixed; inset-block-end: 20px; inset-inline-end: 20px; inline-size: 48px; block-size: 48px; border-radius: 50%; }
  .panel { position: fixed; inset-block-end: 84px; inset-inline-end: 20px; box-sizing: border-box; inline-size: min(360px, calc(100vw - 40px));
    block-size: min(480px, calc(100vh - 104px)); display: flex; flex-direction: column; gap: 12px; padding: 16px; overflow: auto;
    color: CanvasText; background: Canvas; border: 1px solid GrayText; border-radius: 12px;
    box-shadow: 0 8px 32px color-mix(in srgb, CanvasText 20%, transparent); }
  :host(.start) :is(.launcher, .panel) { inset-inline: 20px auto; }
  .header { display: flex; align-items: center; justify-content: space-between; }
  h2, p { margin: 0; } h2 { font-size: 16px; }
  .close { padding: 4px 10px; }
  textarea { flex: 1; font: inherit; resize: none; padding: 8px; color: FieldText; background: Field; border: 1px solid GrayText; border-radius: 8px; }
  .sent { align-self: flex-end; padding: 8px 12px; border: 1px solid GrayText; border-radius: 12px; }
`

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> & { label?: string },
  ...children: Node[]
): HTMLElementTagNameMap[Tag] {
  const { label, ...rest } = properties
  const element = Object.assign(document.createElement(tag), rest)
  if (label) element.setAttribute('aria-label', label)
  element.append(...children)
  return element
}

function describePlace(place: string): string {
  switch (place) {
    case 'home':
      return 'Hi there. How can we help?'
    case 'messages':
      return 'Your conversations are here.'
    case 'composer':
      return 'Write to us.'
    case 'sent':
      return 'Sent. We usually reply within minutes.'
    default:
      return `Here would be: ${place}.`
  }
}

function makePanel(view: WidgetView, { close }: PanelActions): HTMLElement {
  const panel = make(
    'section',
    { className: 'panel', label: 'Messenger' },
    make(
      'div',
      { className: 'header' },
      make('h2', { textContent: 'Messenger (mocked)' }),
      make('button', { type: 'button', className: 'close', textContent: 'Close', onclick: close }),
    ),
    make('p', { textContent: describePlace(view.place) }),
  )
  panel.setAttribute('role', 'dialog')
  if (view.place === 'composer') panel.append(make('textarea', { label: 'Message', value: view.text }))
  if (view.place === 'sent') panel.append(make('p', { className: 'sent', textContent: view.text }))
  return panel
}

/** A small Messenger to look at, in a shadow root of its own: no style of the page reaches it, and none of it the page. */
export class Panel {
  private readonly container: HTMLElement
  private readonly root: ShadowRoot
  private readonly actions: PanelActions

  constructor(actions: PanelActions) {
    this.actions = actions
    this.container = make('div', { id: 'intercom-container' })
    this.root = this.container.attachShadow({ mode: 'open' })
  }

  /** Shows a view; null removes everything from the page. */
  show(view: WidgetView | null): void {
    if (!view) return this.container.remove()
    if (!this.container.isConnected) document.body.append(this.container)
    // Without a word of the app on it, the page's own colour scheme counts.
    const { theme_mode: theme, alignment } = view.settings
    this.container.style.colorScheme = theme === 'system' ? 'light dark' : String(theme ?? '')
    this.container.classList.toggle('start', alignment === 'left')
    const children: Node[] = [make('style', { textContent: css })]
    if (view.isOpen) children.push(makePanel(view, this.actions))
    if (view.settings.hide_default_launcher !== true) {
      const label = view.unreadCount > 0 ? `Open the Messenger, ${view.unreadCount} unread` : 'Open the Messenger'
      const textContent = view.unreadCount > 0 ? String(view.unreadCount) : '?'
      const className = 'launcher intercom-lightweight-app-launcher'
      children.push(make('button', { type: 'button', className, label, textContent, onclick: this.actions.open }))
    }
    this.root.replaceChildren(...children)
    if (view.place === 'composer' && view.isOpen) this.root.querySelector('textarea')?.focus()
  }
}
