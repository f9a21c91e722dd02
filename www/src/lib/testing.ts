// What unit tests share: a client whose server is a list of answers.
import { clientOver, type Api } from './api/client'

export type Sent = { method: string; path: string; body: unknown; token: string | null }
export type Reply = { status: number; body?: unknown; headers?: Record<string, string> }

export const ORIGIN = 'http://vinylhound.test'

export function answer({ status, body, headers }: Reply): Response {
  return new Response(body === undefined ? null : JSON.stringify(body), {
    status,
    headers: { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json', ...headers },
  })
}

export function problem(status: number, detail: string, errors: object[] = []): Reply {
  const body = {
    type: '/problems/x',
    title: 'X',
    status,
    detail,
    instance: '/',
    request_id: 'r-00000001',
    errors,
  }

  return { status, body }
}

/** A server that answers by `reply` and writes down what it was sent. An error thrown by `reply` is a dead network. */
export function fakeServer(reply: (sent: Sent) => Reply | Promise<Reply>) {
  const sent: Sent[] = []

  async function send(request: Request): Promise<Response> {
    const url = new URL(request.url)
    const text = await request.text()
    const one: Sent = {
      method: request.method,
      path: url.pathname + url.search,
      body: text ? (JSON.parse(text) as unknown) : null,
      token: request.headers.get('Authorization'),
    }
    sent.push(one)
    return answer(await reply(one))
  }
  const api: Api = clientOver(send, ORIGIN)

  return { api, send, sent, calls: () => sent.map(({ method, path }) => `${method} ${path}`) }
}
