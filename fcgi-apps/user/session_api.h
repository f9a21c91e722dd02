/* session_api.h - what signing up, logging in and changing a password ask of sessions. */
#ifndef VH_USER_SESSION_API_H
#define VH_USER_SESSION_API_H

#include <stdbool.h>
#include <stdint.h>

struct request;
struct user;

/* Begins a session of `user` and answers with its access token and refresh cookie. 0, as
   handlers do. */
int session_begin(struct request *rq, int status, const struct user *user);

/* Takes the refresh cookie back. */
void session_forget_cookie(struct request *rq);

/* Whether the session of the caller's token still is; false after answering. An access
 * token outlives its session by its ten minutes: routes that give a thief the account ask
 * for more than the token. */
bool session_lives(struct request *rq);

/* Ends the user's sessions but the one of number `but` (0: all) and tells the others. 0
 * or -1. */
int session_end_others(struct request *rq, uint64_t user_id, uint64_t but);

#endif
