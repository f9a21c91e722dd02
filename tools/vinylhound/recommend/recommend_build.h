/* recommend_build.h - the model of the site's own ratings. */
#ifndef VH_RECOMMEND_BUILD_H
#define VH_RECOMMEND_BUILD_H

#include "recommend.h"

struct tool;

/* Builds it, measures it, and puts it in the former one's place. The exit status. */
int recommend_build(struct tool *tool, const struct recommend_wish *wish);

#endif
