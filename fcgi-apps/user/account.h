/* account.h - whose token it is. A token outlives a deleted account by minutes: then it
 * is nobody's, and every route that wants a user begins by asking. */
#ifndef VH_USER_ACCOUNT_H
#define VH_USER_ACCOUNT_H

#include <stdbool.h>

struct request;
struct user;

/* The caller's own row. False after answering 401, or that the database failed. */
bool account_find(struct request *rq, struct user *user);

/* Keeps the caller's account in place until the transaction ends, so that nothing is
   added to one that is just being deleted. False as account_find. */
bool account_hold(struct request *rq);

/* The same, and one such change at a time. */
bool account_lock(struct request *rq);

#endif
