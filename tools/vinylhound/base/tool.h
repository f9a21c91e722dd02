/* tool.h - which installation the program addresses: --run, --config, a built tree's
 * .run, or the installed one. */
#ifndef VH_TOOL_H
#define VH_TOOL_H

#include "command.h"

struct tool {
    const char *run;  /* --run DIR or NULL */
    const char *file; /* --config FILE or NULL */
    struct config *config;
    struct setting
        *settings; /* the core's and our own, as config.h wants them: in one table */
    size_t settings_count;
};

void tool_close(struct tool *tool);

/* Writes the path of operator.conf: --config, --run, else in a built tree $RUN or
   <builddir>/.run, else the installed one. False if a path is too long. */
bool tool_config_path(const struct tool *tool, char *path, size_t size);

/* The path of a service's program: in a built tree its own, else the installed one; and
   of its settings, beside operator.conf. False if a path is too long. */
bool tool_pool_path(const struct tool *tool, const char *service, char *path,
                    size_t size);
bool tool_pool_settings(const struct tool *tool, const char *service, char *path,
                        size_t size);

#endif
