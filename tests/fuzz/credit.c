/* credit.c - fuzzes credits: everyone with a name is in the text, in order.
 *
 * Of the input, for each artist: a line each of name, name variation, joiner and id. */
#include "import/discogs_credit.h"

#include <string.h>

#include "import/discogs_node.h"
#include "import/discogs_text.h"
#include "fuzz.h"

#include "core/banned.h"

/* NULL for no text, as the parser leaves it. */
static void add_node(struct node *parent, struct node *node, const char *text)
{
    node->text = text == NULL || *text == '\0' ? NULL : text;
    node->parent = parent;
    if (parent->last == NULL)
        parent->first = node;
    else
        parent->last->next = node;
    parent->last = node;
}

static struct node *new_node(struct arena *arena, const char *name)
{
    static const char *const none[] = {NULL};
    struct node *node = arena_alloc(arena, sizeof *node);

    HOLDS(node != NULL);
    node->name = name;
    node->attributes = none;
    return node;
}

/* How many they are. */
static size_t check_credits(const struct credit *credits, const char *text)
{
    size_t count = 0;

    HOLDS((credits == NULL) == (text == NULL));
    HOLDS(credits == NULL ||
          strncmp(text, credits->printed, strlen(credits->printed)) == 0);
    for (; credits != NULL; credits = credits->next, count++) {
        HOLDS(credits->name[0] != '\0' && credits->printed[0] != '\0');
        HOLDS(credits->artist == 0 || text_is_linked(credits->artist));
        text = strstr(text, credits->printed);
        HOLDS(text != NULL && credits->joiner != NULL);
        text += strlen(credits->printed);
    }
    return count;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const parts[] = {"name", "anv", "join", "id"};
    struct arena *arena = fuzz_arena();
    struct node *artists = new_node(arena, "artists");
    const struct credit *credits;
    size_t named = 0;

    while (size > 0) {
        struct node *artist = new_node(arena, "artist");

        add_node(artists, artist, NULL);
        for (int i = 0; i < 4; i++)
            add_node(artist, new_node(arena, parts[i]), fuzz_line(arena, &data, &size));
        named += text_line(arena, node_text(artist, "name")) != NULL ||
                 text_line(arena, node_text(artist, "anv")) != NULL;
    }
    credits = credits_read(arena, artists);
    HOLDS(check_credits(credits, credits_text(arena, credits)) == named);
    HOLDS(credits_first(credits) == 0 || text_is_linked(credits_first(credits)));
    return 0;
}
