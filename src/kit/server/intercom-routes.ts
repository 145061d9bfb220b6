import {
  type AdminsResponse, adminsResponseSchema, articlesQuerySchema, articlesResponseSchema,
  type AttributeDefinitionsResponse, attributeDefinitionsResponseSchema, changedConversationSchema, contactBodySchema,
  contactNoteBodySchema, contactNoteSchema, contactNotesResponseSchema, contactPatchSchema, contactSchema,
  contactsQuerySchema, contactsResponseSchema, conversationActionSchema, conversationCountsSchema, conversationSchema,
  conversationsQuerySchema, conversationsResponseSchema, eventsResponseSchema, healthResponseSchema,
  identityResponseSchema, idParamsSchema, MAX_MESSAGE, MAX_MESSAGE_REQUEST, newConversationBodySchema,
  newConversationSchema, newMessageBodySchema, newMessageSchema, noteBodySchema, replyBodySchema,
  savedRepliesResponseSchema, savedReplySchema, type TagsResponse, tagsResponseSchema, timelineQuerySchema, timelineResponseSchema,
} from '../contracts/index.ts'
import { actOnConversation } from './conversations/conversation-actions.ts'
import { countConversations } from './conversations/conversation-search.ts'
import { getConversation, listConversations } from './conversations/conversations.ts'
import { findArticles, getSavedReply, listSavedReplies } from './conversations/saved-replies.ts'
import { sendNote, sendReply } from './conversations/send-message.ts'
import { type NewConversationOptions, startAsAgent, startConversation } from './conversations/start-conversation.ts'
import { checkHealth } from './health.ts'
import type { RouteHandlers } from './http/route.ts'
import { createRouteHandler, type RouteHandler } from './http/route-handler.ts'
import type { IntercomClient } from './intercom/intercom-client.ts'
import { hasAbility } from './intercom/api-versions.ts'
import { intercomAdminListSchema, intercomAttributeDefinitionsSchema, intercomTagListSchema, intercomTeamListSchema } from './intercom/intercom-schemas.ts'
import { normalizeTags } from './intercom/normalize-contact.ts'
import { normalizeAdmins } from './intercom/normalize-people.ts'
import { notifyDelivery } from './live/live-changes.ts'
import { createLiveRoute } from './live/live-route.ts'
import { createWebhookRoute } from './live/webhook.ts'
import { runHandlers, type WebhookHandlers } from './live/webhook-events.ts'
import { findContacts, getContact } from './people/contacts.ts'
import { editContact, withEditable } from './people/edit-contact.ts'
import type { EventCatalogue } from './people/event-catalogue.ts'
import { eventsRequestSchema, isFinalResponse, trackEvents } from './people/forward-events.ts'
import { issueIdentity } from './people/identity-token.ts'
import { listContactNotes, readTimeline, writeContactNote } from './people/timeline.ts'
import { upsertContact } from './people/upsert-contact.ts'
import { readIdentitySecrets } from './settings.ts'

async function listAdmins(intercom: IntercomClient, viewerId: string): Promise<AdminsResponse> {
  const [admins, teams] = await Promise.all([
    intercom.get(['admins'], intercomAdminListSchema),
    intercom.get(['teams'], intercomTeamListSchema),
  ])
  return normalizeAdmins(admins, teams, viewerId)
}

async function listTags(intercom: IntercomClient): Promise<TagsResponse> {
  const { data } = await intercom.get(['tags'], intercomTagListSchema)
  return { tags: normalizeTags(data).sort((a, b) => a.name.localeCompare(b.name, 'en')) }
}

async function listAttributeDefinitions(intercom: IntercomClient): Promise<AttributeDefinitionsResponse> {
  if (!hasAbility(intercom.version, 'attributeDefinitions')) return { definitions: null }
  return { definitions: await intercom.get(['conversations', 'attributes'], intercomAttributeDefinitionsSchema) }
}

/** Bytes for the longest note, each character escaped in JSON. */
const MAX_NOTE_REQUEST = MAX_MESSAGE * 6 + 1024

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
  '/api/intercom/articles': {
    GET: createRouteHandler(
      {
        path: '/api/intercom/articles',
        summary: "Finds published articles of the Help Center and, from API version 2.14 on, the team's internal articles.",
        allow: ['agent'],
        query: articlesQuerySchema,
        // Each request makes up to four at Intercom.
        limit: { requests: 120, seconds: 60 },
        response: articlesResponseSchema,
      },
      ({ intercom, query }) => findArticles(intercom, query.q),
    ),
  },
  '/api/intercom/contacts': {
    GET: createRouteHandler(
      {
        path: '/api/intercom/contacts',
        summary: 'Finds contacts by name, email address or the id in your app.',
        allow: ['agent'],
        query: contactsQuerySchema,
        response: contactsResponseSchema,
      },
      ({ intercom, query }) => findContacts(intercom, query.q),
    ),
    POST: createRouteHandler(
      {
        path: '/api/intercom/contacts',
        summary: 'Creates or updates a contact. Customers can write only their own.',
        allow: ['agent', 'customer'],
        body: contactBodySchema,
        response: contactSchema,
        idempotency: { key: 'optional', repeatable: true },
      },
      ({ intercom, principal, body }) => upsertContact(intercom, principal, body),
    ),
  },
  '/api/intercom/contacts/[id]/notes': {
    GET: createRouteHandler(
      {
        path: '/api/intercom/contacts/[id]/notes',
        summary: 'Lists the latest notes on a contact, which only teammates can read.',
        allow: ['agent'],
        params: idParamsSchema,
        response: contactNotesResponseSchema,
      },
      ({ intercom, params }) => listContactNotes(intercom, params.id),
    ),
    POST: createRouteHandler(
      {
        path: '/api/intercom/contacts/[id]/notes',
        summary: 'Writes a note on a contact that only teammates can read.',
        allow: ['agent'],
        params: idParamsSchema,
        body: contactNoteBodySchema,
        maxBody: MAX_NOTE_REQUEST,
        response: contactNoteSchema,
        idempotency: { key: 'required' },
      },
      ({ intercom, principal, params, body }) => writeContactNote(intercom, principal, params.id, body),
    ),
  },
  '/api/intercom/contacts/[id]/timeline': {
    GET: createRouteHandler(
      {
        path: '/api/intercom/contacts/[id]/timeline',
        summary: "Lists a contact's events of 90 days, notes and conversations, newest first.",
        allow: ['agent'],
        params: idParamsSchema,
        query: timelineQuerySchema,
        // Each request makes three or more at Intercom.
        limit: { requests: 240, seconds: 60 },
        response: timelineResponseSchema,
      },
      ({ intercom, params, query }) => readTimeline(intercom, params.id, query),
    ),
  },
  '/api/intercom/conversations': {
    GET: createRouteHandler(
      {
        path: '/api/intercom/conversations',
        summary: 'Lists conversations. Agents also search by customer, customers see only their own.',
        allow: ['agent', 'customer'],
        query: conversationsQuerySchema,
        response: conversationsResponseSchema,
        // Row by row, so that an invalid row doesn't break the list.
        isValidated: true,
      },
      ({ intercom, principal, query }) => listConversations(intercom, principal, query),
    ),
  },
  '/api/intercom/conversations/attributes': {
    GET: createRouteHandler(
      {
        path: '/api/intercom/conversations/attributes',
        summary: "Lists the definitions of conversations' custom attributes, from API version 2.16 on.",
        allow: ['agent'],
        response: attributeDefinitionsResponseSchema,
      },
      ({ intercom }) => listAttributeDefinitions(intercom),
    ),
  },
  '/api/intercom/conversations/counts': {
    GET: createRouteHandler(
      {
        path: '/api/intercom/conversations/counts',
        summary: 'Counts open, own, unassigned, unread, waiting, snoozed and closed conversations.',
        allow: ['agent'],
        // Each request makes seven searches at Intercom.
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
        summary: 'Reads a conversation with its thread. Customers can read only their own, without notes.',
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
        summary: 'Closes, opens, snoozes, assigns or tags a conversation, marks it as read, or sets an attribute.',
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
        summary: 'Writes a note that only teammates can read.',
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
        summary: 'Sends a reply. Customers can reply only in their own conversations.',
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
  '/api/intercom/health': {
    GET: createRouteHandler(
      {
        path: '/api/intercom/health',
        summary: 'Checks the settings, the access token, Redis and webhooks.',
        allow: ['agent'],
        response: healthResponseSchema,
        limit: { requests: 30, seconds: 60 },
      },
      (call) => checkHealth(() => call.intercom, call.pathname.endsWith('/')),
    ),
  },
  '/api/intercom/messages': {
    POST: createRouteHandler(
      {
        path: '/api/intercom/messages',
        summary: 'Writes to a contact, in the app or by email, and starts a conversation.',
        allow: ['agent'],
        body: newMessageBodySchema,
        response: newMessageSchema,
        limit: { requests: 30, seconds: 60 },
        idempotency: { key: 'required' },
      },
      ({ intercom, principal, body }) => startAsAgent(intercom, principal, body),
    ),
  },
  '/api/intercom/saved-replies': {
    GET: createRouteHandler(
      {
        path: '/api/intercom/saved-replies',
        summary: "Lists the workspace's saved replies (macros) that the agent may use, from API version 2.16 on.",
        allow: ['agent'],
        // Each request makes up to six at Intercom.
        limit: { requests: 60, seconds: 60 },
        response: savedRepliesResponseSchema,
      },
      ({ intercom, principal }) => listSavedReplies(intercom, principal.adminId),
    ),
  },
  '/api/intercom/saved-replies/[id]': {
    GET: createRouteHandler(
      {
        path: '/api/intercom/saved-replies/[id]',
        summary: 'Reads a saved reply that the agent may use.',
        allow: ['agent'],
        params: idParamsSchema,
        response: savedReplySchema,
      },
      ({ intercom, principal, params }) => getSavedReply(intercom, principal.adminId, params.id),
    ),
  },
  '/api/intercom/tags': {
    GET: createRouteHandler(
      {
        path: '/api/intercom/tags',
        summary: "Lists the workspace's tags.",
        allow: ['agent'],
        response: tagsResponseSchema,
      },
      ({ intercom }) => listTags(intercom),
    ),
  },
  '/api/intercom/live': createLiveRoute({ path: '/api/intercom/live' }),
} satisfies Record<string, RouteHandlers>

const CONVERSATIONS = '/api/intercom/conversations'
/** Settings of an app's routes, see `IntercomRoutesOptions`. */
export interface RouteSettings {
  newConversations?: NewConversationOptions | undefined
  signedAttributes?: readonly string[] | undefined
  editableAttributes?: readonly string[] | undefined
  events?: EventCatalogue | undefined
}

const buildAppRoutes = ({ signedAttributes, editableAttributes = [], events }: RouteSettings) => ({
  '/api/intercom/contacts/[id]': {
    GET: createRouteHandler(
      {
        path: '/api/intercom/contacts/[id]',
        summary: 'Reads a contact. Customers can read only their own.',
        allow: ['agent', 'customer'],
        params: idParamsSchema,
        response: contactSchema,
      },
      async ({ intercom, principal, params }) => withEditable(await getContact(intercom, principal, params.id), principal, editableAttributes),
    ),
    PATCH: createRouteHandler(
      {
        path: '/api/intercom/contacts/[id]',
        summary: "Changes a contact's name, phone number and listed attributes.",
        allow: ['agent'],
        params: idParamsSchema,
        body: contactPatchSchema,
        response: contactSchema,
        idempotency: { key: 'optional', repeatable: true },
      },
      async ({ intercom, principal, params, body }) =>
        withEditable(await editContact(intercom, principal, params.id, body, editableAttributes), principal, editableAttributes),
    ),
  },
  '/api/intercom/events': {
    POST: createRouteHandler(
      {
        path: '/api/intercom/events',
        summary: 'Sends one event, or a batch of up to 50, to Intercom. A batch gets one result per event.',
        allow: ['agent', 'customer'],
        body: eventsRequestSchema,
        response: eventsResponseSchema,
        status: 202,
        idempotency: { key: 'optional', repeatable: true, isFinal: isFinalResponse },
      },
      ({ intercom, principal, body, firstTriedAt }) => trackEvents(intercom, principal, body, firstTriedAt, events),
    ),
  },
  '/api/intercom/identity': {
    GET: createRouteHandler(
      {
        path: '/api/intercom/identity',
        summary: "Signs the customer's id, email, name and listed attributes for the Messenger.",
        allow: ['customer'],
        response: identityResponseSchema,
      },
      ({ principal }) => issueIdentity(principal, readIdentitySecrets(), Math.floor(Date.now() / 1000), signedAttributes),
    ),
  },
}) satisfies Record<string, RouteHandlers>

const WEBHOOK = '/api/intercom/webhook'

function createStartRoute(options: NewConversationOptions = {}): RouteHandler {
  return createRouteHandler(
    {
      path: CONVERSATIONS,
      summary: 'Starts a conversation of the signed-in customer, or of a visitor if the app allows that.',
      allow: options.verifyVisitor ? ['customer', 'visitor'] : ['customer'],
      body: newConversationBodySchema,
      maxBody: MAX_MESSAGE_REQUEST,
      response: newConversationSchema,
      // Each one is work for the team.
      limit: { requests: 20, seconds: 600 },
      idempotency: { key: 'required' },
    },
    ({ intercom, principal, body, headers }) => startConversation(intercom, principal, body, options, headers),
  )
}

/** Builds every route of the kit, by path. @param webhooks handlers by topic; if one throws, Intercom delivers again */
export function buildIntercomRoutes(webhooks: WebhookHandlers = {}, settings: RouteSettings = {}): Record<string, RouteHandlers> {
  const work = async (event: Parameters<typeof notifyDelivery>[0]) => {
    await Promise.all([notifyDelivery(event), runHandlers(webhooks, event)])
  }
  const conversations = { ...routes[CONVERSATIONS], POST: createStartRoute(settings.newConversations) }
  return { ...routes, ...buildAppRoutes(settings), [CONVERSATIONS]: conversations, [WEBHOOK]: createWebhookRoute({ path: WEBHOOK, work }) }
}
