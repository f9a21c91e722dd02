/* stack.h - what a test knows of the stack it runs against (RUN, from
 * tests/harness/with-stack): people, rows, figures, processes. */
#ifndef VH_TEST_STACK_H
#define VH_TEST_STACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "http.h"

#define PASSWORD "correct horse battery"

/* Someone who has signed up. Lives as long as the program. */
struct person {
    char name[33];
    int64_t id;
    char token[2048];
    char cookie[256]; /* "vh_refresh=..." as a Cookie header's value */
};

/* A new account, its name not used before. Ends the test if signing up fails. */
struct person *sign_up(void);
char *fresh_name(void);

/* Two people who are there from the first call on, for tests that need just anybody. */
const struct person *alice(void);
const struct person *bob(void);

/* Somebody new with a role, given by the operator's command; the token is of a login
 * after it. */
struct person *with_role(const char *role);
/* One who may change the catalogue, there from the first call on. */
const struct person *editor(void);

/* The refresh cookie that an answer sets: "vh_refresh=...", NULL if it sets none. */
const char *cookie_of(const struct answer *answer);

/* The database server, as the stack's owner. `sql` runs a statement on a connection of
 * its own; `sql_number` gives the first column of the first row, -1 if there is none. */
struct st_mysql;
struct st_mysql *sql_open(const char *database);
void sql_close(struct st_mysql **connection);
bool sql_run(struct st_mysql *connection, const char *statement);
int64_t sql_number(const char *database, const char *query);

/* A token as another service shows it: `from` calls `to`. Signed with the stack's keys.
 */
const char *service_token(const char *from, const char *to);

/* GETs /pools/TO... on the listener inside as the service FROM. */
struct answer *ask_as(const char *from, const char *to, const char *below);

/* The sum of a pool's figures whose line begins with `name` and holds `label`; -1 if
 * there is no such line. */
double metric(const char *pool, const char *name, const char *label);

/* Whether a log holds a line with all these words (NULL at the end); with these two. The
 * gateway's log of requests is "access". */
bool log_line_holds(const char *name, const char *const *words);
bool log_holds(const char *name, const char *word, const char *other);

/* The process ids of a pool's workers (not of the spawner above them); how many. */
#define WORKERS_MOST 8
size_t pool_workers(const char *pool, pid_t out[WORKERS_MOST]);

/* The process of a pid file of the stack, 0 if there is none. */
pid_t pid_of(const char *name);
bool is_alive(pid_t pid);

/* A path below RUN. */
char *run_path(const char *below);

/* The id of any album of the catalogue: the n-th by id, from 0; n is taken modulo how
 * many there are. */
int64_t album(size_t n);
size_t albums(void);

/* Rates, changes, takes back; the answer. */
struct answer *rate(const struct person *who, int64_t album_id, double stars);

#endif
