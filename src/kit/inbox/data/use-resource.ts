'use client'

import * as React from 'react'
import useSWR from 'swr'
import { requestJson, type RequestError } from '../../shared/api-client.ts'
import { swrOptions } from './swr-options.ts'

/** What the kit's hooks for one thing give. */
export interface Resource<T> {
  /** The latest answer; undefined until the first is there. */
  data: T | undefined
  /** The latest failure. Data that is there already stays. */
  error: RequestError | undefined
  isLoading: boolean
  /** Fetches it again. */
  reload: () => void
}

/**
 * One thing from one of the app's own routes: shared by every component that asks for it, fetched again when the page
 * is looked at again.
 *
 * @param url where it is; null loads nothing
 * @param isExpected a quick look at the answer; one that it refuses is an error, not data
 */
export function useResource<T>(url: string | null, isExpected: (data: T) => boolean): Resource<T> {
  const { data, error, isLoading, mutate } = useSWR<T, RequestError>(
    url,
    (address: string) => requestJson<T>(address, isExpected),
    swrOptions,
  )
  return { data, error, isLoading, reload: React.useCallback(() => void mutate(), [mutate]) }
}
