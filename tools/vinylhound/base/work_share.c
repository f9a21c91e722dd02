/* work_share.c - the same work on many things, shared among the machine's cores. */
#include "work_share.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <unistd.h>

#include "core/banned.h"

enum { PIECES_LEAST = 64, PIECE_MOST = 64, THREADS_MOST = 16 };

struct share {
    void (*work)(void *context, uint32_t from, uint32_t to);
    void *context;
    uint32_t count, piece;
    _Atomic uint64_t next;
};

static void *run(void *at)
{
    struct share *share = at;
    uint64_t from;

    while ((from = atomic_fetch_add(&share->next, share->piece)) < share->count) {
        uint64_t to = from + share->piece;

        share->work(share->context, (uint32_t)from,
                    to < share->count ? (uint32_t)to : share->count);
    }
    return NULL;
}

void work_share(uint32_t count, void (*work)(void *context, uint32_t from, uint32_t to),
                void *context)
{
    uint32_t piece = count / PIECES_LEAST;
    struct share share = {work, context, count,
                          piece < 1            ? 1
                          : piece > PIECE_MOST ? PIECE_MOST
                                               : piece,
                          0};
    pthread_t threads[THREADS_MOST];
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    int started = 0;

    while (started + 1 < cores && started < THREADS_MOST &&
           pthread_create(&threads[started], NULL, run, &share) == 0)
        started++;
    run(&share);
    while (started > 0)
        pthread_join(threads[--started], NULL);
}
