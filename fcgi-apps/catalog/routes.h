/* routes.h - what the catalogue serves; the handlers are in *_api.c. */
#ifndef VH_CATALOG_ROUTES_H
#define VH_CATALOG_ROUTES_H

#include "core/route.h"

extern const struct route catalog_routes[];
extern const size_t catalog_route_count;

int album_list(struct request *rq);
int album_show(struct request *rq);
int album_create(struct request *rq);
int album_update(struct request *rq);
int album_remove(struct request *rq);
int album_history(struct request *rq);
int album_undo(struct request *rq);
int album_merge(struct request *rq);
int album_cover(struct request *rq);
int album_cover_set(struct request *rq);
int album_cover_remove(struct request *rq);
int album_preview(struct request *rq);
int artist_list(struct request *rq);
int artist_show(struct request *rq);
int artist_create(struct request *rq);
int artist_update(struct request *rq);
int artist_remove(struct request *rq);
int artist_history(struct request *rq);
int artist_undo(struct request *rq);
int song_list(struct request *rq);
int song_show(struct request *rq);
int song_create(struct request *rq);
int song_update(struct request *rq);
int song_remove(struct request *rq);
int song_history(struct request *rq);
int song_undo(struct request *rq);
int release_list(struct request *rq);
int release_show(struct request *rq);
int label_list(struct request *rq);
int label_show(struct request *rq);
int genre_list(struct request *rq);
int search_list(struct request *rq);

extern const struct listing search_parameters;

#endif
