/* editing.c - what tests of the catalogue's edits do all the time. */
#include "editing.h"

#include <inttypes.h>
#include <string.h>

#include "harness/expect.h"

#include "core/banned.h"

struct answer *edit(const char *method, const char *path, const char *body)
{
    return CALL(.method = method, .path = path, .token = editor()->token, .body = body);
}

struct answer *edit_if(const char *tag, const char *method, const char *path,
                       const char *body)
{
    return CALL(.method = method, .path = path, .token = editor()->token, .body = body,
                .headers = {text("If-Match: %s", tag)});
}

struct answer *seen(const char *path)
{
    return get_as(editor()->token, path);
}

int64_t make_artist(const char *start)
{
    struct answer *made = edit("POST", "/api/v1/artists",
                               text("{\"name\": \"%s %s\"}", start, fresh_name()));

    REQUIRE_STATUS(made, 201);
    return int_at(made, "/id");
}

const char *name_of(int64_t artist_id)
{
    return text_at(get(text("/api/v1/artists/%" PRId64, artist_id)), "/name");
}

struct answer *make_album(const char *artist, const char *more)
{
    struct answer *made = edit("POST", "/api/v1/albums",
                               text("{\"title\": \"Album %s\", \"artist\": \"%s\"%s}",
                                    fresh_name(), artist, more));

    REQUIRE_STATUS(made, 201);
    return made;
}

int64_t genre_count(const char *name)
{
    return sql_number("vinylhound_catalog",
                      text("SELECT album_count FROM genres WHERE name = '%s'", name));
}
