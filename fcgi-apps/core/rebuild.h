/* rebuild.h - making a projection anew from the log, while the service goes on. */
#ifndef VH_REBUILD_H
#define VH_REBUILD_H

#include <stdbool.h>
#include <stdio.h>

#include "transport.h"

struct config;
struct service;

/* One line for each projection and source: name, source, table. */
void projections_print(const struct service *service, FILE *out);

/* Applies the sources' events from the first on to an empty copy of what the projection
   keeps: temporary tables, which hide those of the same name from this one connection, so
   that the service's own consumers write them unchanged. When they have come as far as
   the service itself, its cursors are locked for a moment, the last events follow, and
   what differs is put right in the same transaction; whoever reads meanwhile sees the old
   rows or the new ones. Tells of its progress and of how many rows differed on `out`.
   False after writing to `error` what was in the way; nothing is changed then. */
bool projection_rebuild(const struct service *service, const struct config *config,
                        const char *name, transport_open *open, FILE *out, char *error,
                        size_t size);

#endif
