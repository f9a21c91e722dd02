/* import_queue.h - batches between three threads: while one is being read, what goes
 * ahead of the one before it is being stored, and the one before that in its transaction.
 */
#ifndef VH_IMPORT_QUEUE_H
#define VH_IMPORT_QUEUE_H

#include <stdbool.h>

#include "import_batch.h"

struct ahead;
struct queue;
struct store;

/* Starts the threads that store. `ahead` and `store`, and their connections, are those
 * threads' until queue_end, but for the time between queue_wait and queue_send. NULL
 * after a complaint. */
struct queue *queue_start(struct ahead *ahead, struct store *store);

/* The batch to fill. */
struct batch *queue_batch(struct queue *queue);

/* Hands the batch over and waits for an empty one, calling `waiting` five times a second
   meanwhile. False if storing has failed: that has been said. */
bool queue_send(struct queue *queue, void (*waiting)(void *user), void *user);

/* Waits until all that was sent is stored, calling `waiting` as above. False if storing
 * has failed. */
bool queue_wait(struct queue *queue, void (*waiting)(void *user), void *user);

/* The same, and ends the threads. */
bool queue_end(struct queue **queue);

#endif
