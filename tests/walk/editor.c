/* editor.c - the walk's editor: albums that come, change, are merged and go, and are
 * rated meanwhile. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "walk.h"

#include "core/banned.h"

struct edited walk_edited[EDITED];
static size_t made;

void editor_appoint(struct one *who)
{
    const char *build = getenv("VH_BUILD");
    struct answer *login = NULL;

    if (system(text("'%s/tools/vinylhound/vinylhound' user grant %s editor >/dev/null",
                    build == NULL ? "." : build, who->name)) != 0)
        walk_complain("nobody is made an editor");
    for (int i = 0; i < 200 && (login == NULL || login->status != 200); i++) {
        login = post(
            NULL, "/api/v1/auth/login",
            text("{\"username\": \"%s\", \"password\": \"" PASSWORD "\"}", who->name));
        pause_briefly();
    }
    if (login == NULL || login->status != 200) {
        walk_complain("the editor cannot log in");
        return;
    }
    snprintf(who->token, sizeof who->token, "%s",
             json_string_value(json_object_get(login->json, "token")));
}

static const char *album_text(struct walker *walker)
{
    return text("{\"title\": \"Walked %u\", \"artist\": \"A Walker\", "
                "\"release_year\": %u, \"genres\": [\"Rock\"]}",
                walk_chance(&walker->random, 100000),
                1960 + walk_chance(&walker->random, 60));
}

/* One that is there still, or NULL. */
static struct edited *any(struct walker *walker)
{
    for (int i = 0; i < 20 && made > 0; i++) {
        struct edited *one = &walk_edited[walk_chance(&walker->random, (unsigned)made)];

        if (one->id != 0 && !one->gone)
            return one;
    }
    return NULL;
}

static void make(struct walker *walker, struct one *who)
{
    int64_t id;

    if (made == EDITED)
        return;
    id = walk_create(walker, who, "/api/v1/albums", album_text(walker));
    if (id != 0)
        walk_edited[made++].id = id;
}

static void merge(struct walker *walker, struct one *who, struct edited *from)
{
    struct edited *into = any(walker);
    const char *key = text("Idempotency-Key: merge-%" PRId64, (int64_t)from->id);
    struct answer *answer;
    double end = seconds_now() + 120;

    if (into == NULL || into == from)
        return;
    from->gone = true; /* nobody is sent there from now on */
    do {
        answer = CALL(.path = text("/api/v1/albums/%" PRId64 "/merge", (int64_t)from->id),
                      .token = who->token,
                      .body = text("{\"into\": %" PRId64 "}", (int64_t)into->id),
                      .headers = {key});
        pause_briefly();
    } while ((answer->status == 0 || answer->status >= 500) && seconds_now() < end);
    /* done before without our hearing of it: it is another's address now, or nobody's */
    if (answer->status < 200 || (answer->status >= 400 && answer->status != 404 &&
                                 answer->status != 409 && answer->status != 410))
        walk_complain("merging %" PRId64 " into %" PRId64 ": %ld %.200s",
                      (int64_t)from->id, (int64_t)into->id, answer->status, answer->body);
    else
        walk.done++;
}

void editor_moves(struct walker *walker, struct one *who)
{
    struct edited *one = any(walker);
    const char *path =
        one == NULL ? NULL : text("/api/v1/albums/%" PRId64, (int64_t)one->id);
    unsigned chance = walk_chance(&walker->random, 10);

    if (one == NULL || chance < 3) {
        make(walker, who);
    } else if (chance < 7) {
        walk_change(who, "PUT", path, album_text(walker), 200);
    } else if (chance < 9) {
        merge(walker, who, one);
    } else {
        one->gone = true;
        walk_change(who, "DELETE", path, NULL, 204);
    }
}

/* Something made of one of the albums: anything may come of it but a fault, since the
   album may be gone, or rated already. */
static void is_met(struct walker *walker, struct one *who, const char *path,
                   const char *more, int half_stars)
{
    const struct edited *one = any(walker);
    struct answer *answer;

    if (one == NULL || walker->fated == FATES)
        return;
    answer = walk_post(walker, who, path,
                       text("{\"album_id\": %" PRId64 ", %s}", (int64_t)one->id, more));
    if (answer->status == 201) {
        walk.done++;
        walker->fates[walker->fated++] =
            (struct fate){who->id, (size_t)(one - walk_edited), half_stars};
    } else if (answer->status != 409 && answer->status != 422) {
        walk_complain("%s of album %" PRId64 ": %ld %.200s", path, (int64_t)one->id,
                      answer->status, answer->body);
    }
}

void editor_is_rated(struct walker *walker, struct one *who)
{
    int half = 1 + (int)walk_chance(&walker->random, 10);

    is_met(walker, who, "/api/v1/ratings", text("\"rating\": %.1f", half / 2.0), half);
}

void editor_is_collected(struct walker *walker, struct one *who)
{
    is_met(walker, who, "/api/v1/users/collection", "\"status\": \"owned\"", 0);
}
