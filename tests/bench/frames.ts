/** Waits until what was done is on the screen. */
export async function nextFrame(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(resolve))
  await new Promise((resolve) => setTimeout(resolve))
}

/** Waits until a page that was just filled has nothing left to do. */
export async function settled(): Promise<void> {
  for (let frame = 0; frame < 3; frame += 1) await nextFrame()
}
