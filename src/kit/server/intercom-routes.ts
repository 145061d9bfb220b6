import {
  adminsResponseSchema, changedConversationSchema, contactBodySchema, contactSchema, conversationActionSchema,
  conversationCountsSchema, conversationSchema, conversationsQuerySchema, conversationsResponseSchema, eventsResponseSchema,
  healthResponseSchema, identityResponseSchema, idParamsSchema, MAX_MESSAGE_REQUEST, noteBodySchema, replyBodySchema,
  tagsResponseSchema,
} from '../contracts/index.ts'
import { listAdmins } from './conversations/admins.ts'
import { actOnConversation } from './conversations/conversation-actions.ts'
import { countConversations } from './conversations/conversation-counts.ts'
import { getConversation, listConversations } from './conversations/conversations.ts'
import { sendNote, sendReply } from './conversations/send-message.ts'
import { listTags } from './conversations/tags.ts'
import { checkHealth } from './health.ts'
import type { RouteHandlers } from './http/route.ts'
import { createRouteHandler } from './http/route-handler.ts'
import { notifyDelivery } from './live/live-changes.ts'
import { createLiveRoute } from './live/live-route.ts'
import { createWebhookRoute } from './live/webhook.ts'
import { runHandlers, type WebhookHandlers } from './live/webhook-events.ts'
import { getContact } from './people/contacts.ts'
import { eventsRequestSchema, isFinalAnswer, trackEvents } from './people/forward-events.ts'
import { issueIdentity } from './people/identity-token.ts'
import { upsertContact } from './people/upsert-contact.ts'
import { readIdentitySecrets } from './settings.ts'

const routes = {
  '/api/intercom/admins': {
    GET: createRouteHandler(
      {
        path: '/api/intercom/admins',
        summary: 'Lists the admins and teams that a conversation can be assigned to.',
        allow: ['agent'],
        response: adminsResponseSchema,
      },
      ({ intercom, principal }) => listAdmins(intercom, principal.adminId),
    ),
  },
  '/api/intercom/contacts': {
    POST: createRouteHandler(
      {
        path: '/api/intercom/contacts',
        summary: 'Creates a contact, or updates the one that is there: a customer their own, an agent anybody.',
        allow: ['agent', 'customer'],
        body: contactBodySchema,
        response: contactSchema,
        idempotency: { key: 'optional', repeatable: true },
      },
      ({ intercom, principal, body }) => upsertContact(intercom, principal, body),
    ),
  },
  '/api/intercom/contacts/[id]': {
    GET: createRouteHandler(
      {
        path: '/api/intercom/contacts/[id]',
        summary: "Reads a customer's profile: an agent any, a customer their own.",
        allow: ['agent', 'customer'],
        params: idParamsSchema,
        response: contactSchema,
      },
      ({ intercom, principal, params }) => getContact(intercom, principal, params.id),
    ),
  },
  '/api/intercom/conversations': {
    GET: createRouteHandler(
      {
        path: '/api/intercom/conversations',
        summary: 'Lists conversations: an agent by any filter, a customer their own.',
        allow: ['agent', 'customer'],
        query: conversationsQuerySchema,
        response: conversationsResponseSchema,
      },
      ({ intercom, principal, query }) => listConversations(intercom, principal, query),
    ),
  },
  '/api/intercom/conversations/counts': {
    GET: createRouteHandler(
      {
        path: '/api/intercom/conversations/counts',
        summary: 'Counts conversations: open, of the agent who asks, unassigned, snoozed and closed.',
        allow: ['agent'],
        // Each request makes five searches at Intercom.
        limit: { requests: 120, seconds: 60 },
        response: conversationCountsSchema,
      },
      ({ intercom, principal }) => countConversations(intercom, principal.adminId),
    ),
  },
  '/api/intercom/conversations/[id]': {
    GET: createRouteHandler(
      {
        path: '/api/intercom/conversations/[id]',
        summary: 'Reads a conversation with its thread: a customer their own, without notes.',
        allow: ['agent', 'customer'],
        params: idParamsSchema,
        response: conversationSchema,
      },
      ({ intercom, principal, params }) => getConversation(intercom, principal, params.id),
    ),
  },
  '/api/intercom/conversations/[id]/actions': {
    POST: createRouteHandler(
      {
        path: '/api/intercom/conversations/[id]/actions',
        summary: 'Closes a conversation, opens it, snoozes it, assigns it, labels it, or marks it as read.',
        allow: ['agent'],
        params: idParamsSchema,
        body: conversationActionSchema,
        response: changedConversationSchema,
        idempotency: { key: 'optional', repeatable: true },
      },
      ({ intercom, principal, params, body }) => actOnConversation(intercom, principal, params.id, body),
    ),
  },
  '/api/intercom/conversations/[id]/notes': {
    POST: createRouteHandler(
      {
        path: '/api/intercom/conversations/[id]/notes',
        summary: 'Writes a note, which teammates alone read.',
        allow: ['agent'],
        params: idParamsSchema,
        body: noteBodySchema,
        maxBody: MAX_MESSAGE_REQUEST,
        response: changedConversationSchema,
        idempotency: { key: 'required' },
      },
      ({ intercom, principal, params, body }) => sendNote(intercom, principal, params.id, body),
    ),
  },
  '/api/intercom/conversations/[id]/reply': {
    POST: createRouteHandler(
      {
        path: '/api/intercom/conversations/[id]/reply',
        summary: 'Sends a reply: an agent to the customer, a customer in a conversation of their own.',
        allow: ['agent', 'customer'],
        params: idParamsSchema,
        body: replyBodySchema,
        maxBody: MAX_MESSAGE_REQUEST,
        response: changedConversationSchema,
        idempotency: { key: 'required' },
      },
      ({ intercom, principal, params, body }) => sendReply(intercom, principal, params.id, body),
    ),
  },
  '/api/intercom/events': {
    POST: createRouteHandler(
      {
        path: '/api/intercom/events',
        summary: 'Tells Intercom what a customer did: one event, or up to 50, each answered for itself.',
        allow: ['agent', 'customer'],
        body: eventsRequestSchema,
        response: eventsResponseSchema,
        status: 202,
        idempotency: { key: 'optional', repeatable: true, isFinal: isFinalAnswer },
      },
      ({ intercom, principal, body, firstTriedAt }) => trackEvents(intercom, principal, body, firstTriedAt),
    ),
  },
  '/api/intercom/health': {
    GET: createRouteHandler(
      {
        path: '/api/intercom/health',
        summary: 'Says which settings are there and right, whether Intercom accepts the token, and whose it is.',
        allow: ['agent'],
        response: healthResponseSchema,
        limit: { requests: 30, seconds: 60 },
      },
      (call) => checkHealth(() => call.intercom),
    ),
  },
  '/api/intercom/identity': {
    GET: createRouteHandler(
      {
        path: '/api/intercom/identity',
        summary: 'Proves to the Messenger who is signed in, for that customer alone.',
        allow: ['customer'],
        response: identityResponseSchema,
      },
      ({ principal }) => issueIdentity(principal.userId, readIdentitySecrets(), Math.floor(Date.now() / 1000)),
    ),
  },
  '/api/intercom/tags': {
    GET: createRouteHandler(
      {
        path: '/api/intercom/tags',
        summary: 'Lists the labels that a conversation can have.',
        allow: ['agent'],
        response: tagsResponseSchema,
      },
      ({ intercom }) => listTags(intercom),
    ),
  },
  '/api/intercom/live': createLiveRoute({ path: '/api/intercom/live' }),
} satisfies Record<string, RouteHandlers>

const WEBHOOK = '/api/intercom/webhook'

/** Builds every route of the kit, by path. @param webhooks handlers by topic; if one throws, Intercom delivers again */
export function buildIntercomRoutes(webhooks: WebhookHandlers = {}): Record<string, RouteHandlers> {
  const work = async (event: Parameters<typeof notifyDelivery>[0]) => {
    await Promise.all([notifyDelivery(event), runHandlers(webhooks, event)])
  }
  return { ...routes, [WEBHOOK]: createWebhookRoute({ path: WEBHOOK, work }) }
}
