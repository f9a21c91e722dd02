/* work_share.h - the same work on many things, shared among the machine's cores. */
#ifndef VH_WORK_SHARE_H
#define VH_WORK_SHARE_H

#include <stdint.h>

/* Calls work(context, from, to) for pieces that together are 0 to count, in several
   threads at once; returns when all is done. What a piece yields must not depend on the
   others. */
void work_share(uint32_t count, void (*work)(void *context, uint32_t from, uint32_t to),
                void *context);

#endif
