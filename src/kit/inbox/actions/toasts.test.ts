import { beforeEach, describe, expect, it, vi } from 'vitest'
import { toasts } from '@/kit/inbox/actions/toasts'

const messages = () => toasts.get().map(({ message }) => message)

describe('toasts', () => {
  beforeEach(() => toasts.clear())

  it('shows three, and keeps errors longest', () => {
    toasts.show({ message: 'a', kind: 'error' })
    for (const message of ['b', 'c', 'd']) toasts.show({ message })
    expect(messages()).toEqual(['a', 'c', 'd'])
    for (const message of ['e', 'f', 'g']) toasts.show({ message, kind: 'error' })
    expect(messages()).toEqual(['e', 'f', 'g'])
  })

  it("runs a toast's action once", () => {
    const onAction = vi.fn()
    const id = toasts.show({ message: 'Closed', action: { label: 'Undo', onAction } })
    toasts.act(id)
    toasts.act(id)
    expect(onAction).toHaveBeenCalledTimes(1)
    expect(messages()).toEqual([])
  })

  it('undoes the latest action that can be undone', () => {
    const undo = vi.fn()
    toasts.show({ message: 'first', action: { label: 'Undo', onAction: vi.fn(), isUndo: true } })
    toasts.show({ message: 'second', action: { label: 'Undo', onAction: undo, isUndo: true } })
    toasts.show({ message: 'failed', kind: 'error', action: { label: 'Try again', onAction: vi.fn() } })
    expect(toasts.undoLast()).toBe(true)
    expect(undo).toHaveBeenCalledTimes(1)
    expect(messages()).toEqual(['first', 'failed'])
    toasts.undoLast()
    expect(toasts.undoLast()).toBe(false)
  })

  it('replaces a toast with the same key', () => {
    const undo = vi.fn()
    const action = (onAction = vi.fn()) => ({ label: 'Undo', onAction, isUndo: true })
    toasts.show({ key: '7 closed', message: 'not closed', kind: 'error' })
    toasts.show({ key: '7 tagged', message: 'not tagged', kind: 'error' })
    toasts.show({ key: '8', message: 'another', action: action() })
    toasts.show({ key: '7', message: 'closed', action: action(undo) }, '7 closed')
    expect(messages()).toEqual(['not tagged', 'another', 'closed'])
    // The failure changed nothing, so the earlier action can still be undone.
    toasts.show({ key: '7 tagged', message: 'not tagged again', kind: 'error' })
    expect(messages()).toEqual(['another', 'closed', 'not tagged again'])
    toasts.undoLast()
    expect(undo).toHaveBeenCalledTimes(1)
    toasts.show({ message: 'about nothing' })
    toasts.show({ message: 'about nothing else' })
    expect(messages()).toEqual(['not tagged again', 'about nothing', 'about nothing else'])
  })

  it('notifies no listener without a change', () => {
    const listener = vi.fn()
    const stop = toasts.subscribe(listener)
    toasts.dismiss('unknown')
    toasts.clear()
    expect(listener).not.toHaveBeenCalled()
    stop()
    toasts.show({ message: 'a' })
    expect(listener).not.toHaveBeenCalled()
  })
})
