/* service_token.h - who calls on the listener inside: a token that the calling service
 * signs with a key of its own, for one other service, good for a minute. */
#ifndef VH_SERVICE_TOKEN_H
#define VH_SERVICE_TOKEN_H

#include <stdbool.h>

struct arena;
struct config;
struct service_tokens;

#define SERVICE_TOKEN_SECONDS 60

/* One thread's. The keys are read from [internal]; where they are missing (logged) it
   signs nothing and knows nobody. NULL if memory is out. */
struct service_tokens *service_tokens_new(const struct config *config);
void service_tokens_free(struct service_tokens **tokens);

/* A token for calls to the service `target`, made anew when half its time is over; good
   until the next call. NULL if there is no key or memory is out (logged). */
const char *service_token_for(struct service_tokens *tokens, const char *target,
                              struct arena *arena);

/* Whether `token` (may be NULL) is another service's, for the service `self`. A service's
   key is known by its id, NAME-THUMBPRINT: it speaks for NAME alone. */
bool service_token_holds(struct service_tokens *tokens, const char *token,
                         const char *self, struct arena *arena);

#endif
