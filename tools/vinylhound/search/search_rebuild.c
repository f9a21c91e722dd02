/* search_rebuild.c - vinylhound search rebuild. */
#include <stdio.h>

#include "command.h"
#include "search_build.h"

#include "core/banned.h"

int search_rebuild_run(struct tool *tool, int argc, char **argv)
{
    static const struct argp argp = {
        NULL,
        NULL,
        NULL,
        "Make the search index anew from the catalogue. The site goes on meanwhile with the one it has. An "
        "import does this at its end; by hand it is wanted when popularity has shifted, or the index is lost.",
        NULL,
        NULL,
        NULL};

    argp_parse(&argp, argc, argv, 0, NULL, NULL);
    return search_build(tool) ? DONE : FAILED;
}
