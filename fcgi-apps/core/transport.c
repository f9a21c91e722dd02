/* transport.c - events pulled from the outbox of their source. */
#include "transport.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "internal_call.h"
#include "service_token.h"

#include "banned.h"

#define CALL_MS 2000

struct outbox {
    struct transport transport; /* first: a pointer to it is one to the whole */
    struct service_tokens *tokens;
    struct internal_caller *caller;
};

static int pull(struct transport *transport, const char *source, uint64_t after,
                json_t **events)
{
    struct outbox *outbox = (struct outbox *)transport;
    json_t *answer = NULL;
    char path[80];

    snprintf(path, sizeof path, "/pools/%s/events?after=%" PRIu64, source, after);
    if (internal_get(outbox->caller, path, CALL_MS, &answer) != 200)
        return -1;
    *events = json_object_get(answer, "events");
    return json_is_array(*events) ? 0 : -1;
}

static void end(struct transport *transport)
{
    struct outbox *outbox = (struct outbox *)transport;

    internal_caller_free(&outbox->caller);
    service_tokens_free(&outbox->tokens);
    free(outbox);
}

struct transport *transport_open_outbox(const struct config *config)
{
    struct outbox *outbox = calloc(1, sizeof *outbox);

    if (outbox == NULL)
        return NULL;
    outbox->transport = (struct transport){.pull = pull, .close = end};
    outbox->tokens = service_tokens_new(config);
    if (outbox->tokens != NULL)
        outbox->caller = internal_caller_new(config, outbox->tokens);
    if (outbox->caller == NULL) {
        end(&outbox->transport);
        return NULL;
    }
    return &outbox->transport;
}
