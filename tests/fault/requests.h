/* requests.h - one request of each kind that the pools answer from their databases, and
 * threads that go on making them. */
#ifndef VH_TEST_REQUESTS_H
#define VH_TEST_REQUESTS_H

#include <stdbool.h>
#include <stddef.h>

struct answer;

/* Someone with a rating, so that every kind of request has something to work on. Once,
 * while all is well. */
void requests_prepare(void);

/* The kinds: reads first, then those that write and may be repeated, then the others.
 * Each is answered by the pool itself, never from the gateway's cache. */
size_t requests_reads(void);
size_t requests_repeatable(void);
size_t requests_all(void);
struct answer *request_nth(size_t n);

/* What threads made of the first `kinds` kinds between begin and end. */
struct load {
    size_t requests, failed;
    char first[400]; /* failure */
};
void load_begin(size_t kinds);
size_t load_so_far(void);
void load_end(struct load *out);

#endif
