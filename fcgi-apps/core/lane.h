/* lane.h - the slow lane: where requests wait that keep a core busy for long (hashing a
 * password does, for some 20 ms), so that neither they nor those waiting behind them hold
 * a thread of the pool.
 *
 * A thread that meets such a request (a route marked SLOW) puts it here, whole and
 * unanswered, and goes on. The lane has threads of its own, pool.slow_threads (half of
 * the cores) in all processes of a pool together: thread k of each process takes turns
 * with thread k of the others by a lock on byte k of the file pool.metrics, which ends
 * with its process. pool.slow_queue requests may wait in each process; what comes beyond
 * is shed. */
#ifndef VH_LANE_H
#define VH_LANE_H

#include <fcgiapp.h>
#include <stdbool.h>
#include <stddef.h>

struct auth_keys;
struct config;
struct lane;
struct seal_keys;
struct service;

/* What to do with a connection (`fd` as it was before) after a request was answered. */
typedef void lane_done(void *owner, FCGX_Request *fcgi, int fd);

/* NULL if it could not be started. Signals must be blocked already. */
struct lane *lane_start(const struct service *service, const struct config *config,
                        struct auth_keys *keys, struct seal_keys *seals, lane_done *done,
                        void *owner);

/* Takes the accepted request over and leaves an unused one in its place. False if too
 * many wait. */
bool lane_take(struct lane *lane, FCGX_Request **fcgi);

/* Answers what waits, then ends. NULL is none. */
void lane_stop(struct lane **lane);

#endif
