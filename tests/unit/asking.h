/* asking.h - a request as the gateway's parameters make one, for the tests of the gates.
 */
#ifndef VH_TEST_ASKING_H
#define VH_TEST_ASKING_H

#include "core/request.h"
#include "core/route.h"

/* Each call makes the request that ask() gives anew; all of it lives until the next. */
struct request *ask(const char *method, const char *path, const char *query);

/* Adds "NAME=VALUE" to its parameters. */
void ask_param(const char *param);

/* Gives it a body of this Content-Type (NULL: none). */
void ask_body(const char *type, const char *body, size_t length);

/* Passes it through the gates. */
bool ask_enter(const struct route *routes, size_t count);
#define ENTER(routes) ask_enter(routes, sizeof routes / sizeof *routes)

/* The answer so far: whether its headers hold `text`; a member of its body. */
bool reply_says(const char *text);
const char *reply_member(const char *pointer);
json_t *reply_body(void);

void ask_end(void);

#endif
