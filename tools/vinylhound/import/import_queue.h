/* import_queue.h - two batches between two threads: while one is being read, the other is
 * being stored. */
#ifndef VH_IMPORT_QUEUE_H
#define VH_IMPORT_QUEUE_H

#include <stdbool.h>

#include "import_batch.h"

struct loader;
struct queue;

/* Starts the thread that stores. `loader`, and its connection, are that thread's until
 * queue_end. NULL after a complaint. */
struct queue *queue_start(struct loader *loader);

/* The batch to fill. */
struct batch *queue_batch(struct queue *queue);

/* Hands the batch over and waits for the other one, calling `waiting` five times a second
   meanwhile. False if storing has failed: that has been said. */
bool queue_send(struct queue *queue, void (*waiting)(void *user), void *user);

/* Waits until all that was sent is stored, calling `waiting` as above. False if storing
 * has failed. */
bool queue_wait(struct queue *queue, void (*waiting)(void *user), void *user);

/* The same, and ends the thread. */
bool queue_end(struct queue **queue);

#endif
