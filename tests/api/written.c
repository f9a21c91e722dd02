/* written.c - reviews and other services' events for tests. */
#include "written.h"

#include <inttypes.h>
#include <stdlib.h>

#include "harness/expect.h"
#include "harness/stack.h"

#include "core/banned.h"

struct answer *review(const struct person *who, int64_t album_id, const char *title,
                      const char *content)
{
    json_t *body = json_pack("{s:I, s:s, s:s}", "album_id", (json_int_t)album_id, "title",
                             title, "content", content);
    char *dumped = json_dumps(body, 0);
    struct answer *answer =
        post(who == NULL ? NULL : who->token, "/api/v1/reviews", text("%s", dumped));

    json_decref(body);
    free(dumped);
    return answer;
}

const char *written_path(const struct answer *made)
{
    const char *path = answer_header(made, "Location");

    REQUIRE(path != NULL, "no Location: %ld %s", made->status, made->body);
    return path;
}

const struct person *moderator(void)
{
    static struct person *person;

    if (person == NULL)
        person = with_role("moderator");
    return person;
}

bool tell(const char *database, const char *type, int64_t subject, const char *payload)
{
    struct st_mysql *service = sql_open(database);
    bool told = sql_run(
        service, text("INSERT INTO outbox (type, subject, payload) VALUES ('%s', %" PRId64
                      ", '%s')",
                      type, subject, payload));

    sql_close(&service);
    return told;
}
