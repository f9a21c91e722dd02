/* discogs_credit.c - who made a record, as its sleeve says. */

#include "discogs_credit.h"

#include <string.h>

#include "core/arena.h"
#include "core/artist_name.h"
#include "discogs_node.h"
#include "discogs_text.h"

#include "core/banned.h"

static struct credit *read_credit(struct arena *arena, const struct node *artist)
{
    const char *name = text_line(arena, node_text(artist, "name"));
    const char *variation = text_line(arena, node_text(artist, "anv"));
    const char *joiner = text_line(arena, node_text(artist, "join"));
    uint32_t id = text_id(text_line(arena, node_text(artist, "id")));
    struct credit *credit;

    if (name == NULL && variation == NULL)
        return NULL;
    credit = arena_alloc(arena, sizeof *credit);
    if (credit == NULL)
        return NULL;
    credit->artist = text_is_linked(id) ? id : 0;
    credit->name = name == NULL ? variation : name;
    credit->printed = variation == NULL ? artist_name_plain(arena, name) : variation;
    credit->joiner = joiner == NULL ? "" : joiner;
    return credit;
}

struct credit *credits_read(struct arena *arena, const struct node *artists)
{
    struct credit *first = NULL, **end = &first;

    for (const struct node *artist = node_child(artists, "artist"); artist != NULL;
         artist = artist->next) {
        struct credit *credit =
            strcmp(artist->name, "artist") == 0 ? read_credit(arena, artist) : NULL;

        if (credit != NULL) {
            *end = credit;
            end = &credit->next;
        }
    }
    return first;
}

const char *credits_text(struct arena *arena, const struct credit *credits)
{
    const char *text = credits == NULL ? NULL : credits->printed;

    for (; credits != NULL && credits->next != NULL; credits = credits->next) {
        const char *joiner = credits->joiner[0] == '\0' ? "," : credits->joiner;
        const char *space = strchr(",;:", joiner[0]) == NULL ? " " : "";

        text =
            arena_printf(arena, "%s%s%s %s", text, space, joiner, credits->next->printed);
    }
    return text;
}

uint32_t credits_first(const struct credit *credits)
{
    while (credits != NULL && credits->artist == 0)
        credits = credits->next;
    return credits == NULL ? 0 : credits->artist;
}
