/* artist_name.c - an artist's name as it is printed and as it is sorted. */
#include "artist_name.h"

#include <ctype.h>
#include <string.h>

#include "arena.h"

#include "banned.h"

/* The length of `name` without a " (2)" at its end; all of it if there is none. */
static size_t plain_length(const char *name)
{
    size_t length = strlen(name), at = length;

    if (length < 5 || name[length - 1] != ')')
        return length;
    at--;
    while (at > 0 && isdigit((unsigned char)name[at - 1]))
        at--;
    if (at < 3 || at == length - 1 || name[at - 1] != '(' || name[at - 2] != ' ')
        return length;
    return at - 2;
}

const char *artist_name_plain(struct arena *arena, const char *name)
{
    return name == NULL ? NULL : arena_strndup(arena, name, plain_length(name));
}

const char *artist_name_sorted(struct arena *arena, const char *name)
{
    static const char *const articles[] = {"A",  "An",  "The", "Der", "Die", "Das",
                                           "El", "Los", "Las", "La",  "Le",  "Les"};
    const char *space = name == NULL ? NULL : strchr(name, ' ');
    size_t plain = name == NULL ? 0 : plain_length(name), article;

    article = space == NULL ? 0 : (size_t)(space - name);
    if (article == 0 || article + 1 >= plain ||
        (!isalnum((unsigned char)space[1]) && (unsigned char)space[1] < 128))
        return name;
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
        if (strlen(articles[i]) == article &&
            toupper((unsigned char)name[0]) == articles[i][0] &&
            strncmp(articles[i] + 1, name + 1, article - 1) == 0)
            return arena_printf(arena, "%.*s, %.*s%s", (int)(plain - article - 1),
                                space + 1, (int)article, name, name + plain);
    return name;
}
