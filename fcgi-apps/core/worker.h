/* worker.h - the threads of a pool and the connections from the gateway.
 *
 * libfcgi parses the protocol; the pool owns the connections. Each thread waits on one
 * shared epoll set: the listening socket (EPOLLEXCLUSIVE, for the processes of a pool
 * share it) and every kept connection (EPOLLONESHOT). A ready descriptor is lent to
 * libfcgi for one request and then watched again, so that an idle connection holds no
 * thread. */
#ifndef VH_WORKER_H
#define VH_WORKER_H

#include <stddef.h>

struct auth_keys;
struct seal_keys;
struct config;
struct service;
struct workers;

/* Starts pool.threads threads that serve on `listen_fd`, which is made non-blocking and
   taken over. NULL after writing to `error`. Signals must be blocked already. */
struct workers *workers_start(const struct service *service, const struct config *config,
                              struct auth_keys *keys, struct seal_keys *seals,
                              int listen_fd, char *error, size_t size);

/* Takes no new connection, goes on serving the kept ones until the gateway has closed
   them (it does within keepalive_time, see conf/gateway/upstreams.conf: the side that
   sends is the side that closes, so no request meets a closed door), or `seconds` have
   passed; then ends the threads, each after the request it is at, and frees everything.
 */
void workers_drain(struct workers **workers, long seconds);

#endif
