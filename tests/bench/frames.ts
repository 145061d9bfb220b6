/** Waits until the last change is painted. */
export async function waitForFrame(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(resolve))
  await new Promise((resolve) => setTimeout(resolve))
}

/** Waits until a new page is idle. */
export async function waitForIdle(): Promise<void> {
  for (let frame = 0; frame < 3; frame += 1) await waitForFrame()
}
