import type { WidgetView } from './types.ts'

/** Called when the user opens or closes the panel. */
export interface PanelActions {
  open: () => void
  close: () => void
}

const css = `
  :host { --line: color-mix(in srgb, CanvasText 14%, transparent); --tint: color-mix(in srgb, CanvasText 5%, transparent);
    position: fixed; inset-block-end: 0; inset-inline-end: 0; font-size: 14px; line-height: 1.5; }
  button { font: inherit; cursor: pointer; color: inherit; background: none; border: 1px solid transparent; border-radius: 8px; }
  .close:hover { background: var(--tint); }
  :is(button, textarea):focus-visible { outline: 2px solid; outline-offset: 1px; }
  .launcher { position: fixed; inset-block-end: 20px; inset-inline-end: 20px; inline-size: 48px; block-size: 48px; border-radius: 50%;
    font-weight: 600; color: Canvas; background: CanvasText; }
  .panel { position: fixed; inset-block-end: 84px; inset-inline-end: 20px; box-sizing: border-box; inline-size: min(360px, calc(100vw - 40px));
    block-size: min(480px, calc(100vh - 104px)); display: flex; flex-direction: column; overflow: hidden;
    color: CanvasText; background: Canvas; border: 1px solid var(--line); border-radius: 16px;
    box-shadow: 0 12px 40px color-mix(in srgb, black 16%, transparent); }
  :host(.start) :is(.launcher, .panel) { inset-inline: 20px auto; }
  .header { display: flex; align-items: center; justify-content: space-between; padding-block: 10px; padding-inline: 20px 10px;
    border-block-end: 1px solid var(--line); background: var(--tint); }
  .body { flex: 1; display: flex; flex-direction: column; gap: 12px; padding: 20px; overflow: auto; }
  h2, p { margin: 0; } h2 { font-size: 14px; font-weight: 600; }
  .greeting { font-size: 20px; font-weight: 600; line-height: 1.3; max-inline-size: 12em; }
  .close { min-block-size: 32px; padding: 0 12px; }
  textarea { box-sizing: border-box; min-block-size: 112px; margin-block-start: auto; font: inherit; resize: none; padding: 10px 12px;
    color: inherit; background: none; border: 1px solid var(--line); border-radius: 12px; }
  .bubble { align-self: flex-end; padding: 8px 12px; border: 1px solid transparent; border-radius: 12px; color: Canvas; background: CanvasText; }
`

function createElement<Tag extends keyof HTMLElementTagNameMap>(
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

function createPanel(view: WidgetView, { close }: PanelActions): HTMLElement {
  const body = createElement('div', { className: 'body' }, createElement('p', { className: view.place === 'home' ? 'greeting' : '', textContent: describePlace(view.place) }))
  if (view.place === 'composer') body.append(createElement('textarea', { label: 'Message', value: view.text }))
  if (view.place === 'sent') body.append(createElement('p', { className: 'bubble', textContent: view.text }))
  const panel = createElement(
    'section',
    { className: 'panel', label: 'Messenger' },
    createElement(
      'div',
      { className: 'header' },
      createElement('h2', { textContent: 'Messenger (mocked)' }),
      createElement('button', { type: 'button', className: 'close', textContent: 'Close', onclick: close }),
    ),
    body,
  )
  panel.setAttribute('role', 'dialog')
  return panel
}

/** A small Messenger in a shadow root, so that its styles and the page's stay apart. */
export class Panel {
  private readonly container: HTMLElement
  private readonly root: ShadowRoot
  private readonly actions: PanelActions

  constructor(actions: PanelActions) {
    this.actions = actions
    this.container = createElement('div', { id: 'intercom-container' })
    this.root = this.container.attachShadow({ mode: 'open' })
  }

  /** Shows a view. `null` removes the panel and launcher. */
  show(view: WidgetView | null): void {
    if (!view) return this.container.remove()
    if (!this.container.isConnected) document.body.append(this.container)
    // Without `theme_mode`, follow the page's colour scheme.
    const { theme_mode: theme, alignment } = view.settings
    this.container.style.colorScheme = theme === 'system' ? 'light dark' : String(theme ?? '')
    this.container.classList.toggle('start', alignment === 'left')
    const children: Node[] = [createElement('style', { textContent: css })]
    if (view.isOpen) children.push(createPanel(view, this.actions))
    if (view.settings.hide_default_launcher !== true) {
      const label = view.unreadCount > 0 ? `Open the Messenger, ${view.unreadCount} unread` : 'Open the Messenger'
      const textContent = view.unreadCount > 0 ? String(view.unreadCount) : '?'
      const className = 'launcher intercom-lightweight-app-launcher'
      children.push(createElement('button', { type: 'button', className, label, textContent, onclick: this.actions.open }))
    }
    this.root.replaceChildren(...children)
    if (view.place === 'composer' && view.isOpen) this.root.querySelector('textarea')?.focus()
  }
}
