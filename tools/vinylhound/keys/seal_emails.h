/* seal_emails.h - the addresses of the accounts there are, encrypted under the key that
 * seals now. */
#ifndef VH_SEAL_EMAILS_H
#define VH_SEAL_EMAILS_H

#include "command.h"

struct seal_keys;

/* Seals what is in clear or under another key, and says how many there were. One that is
   changed meanwhile is left to the next look; one that does not open is complained of and
   left as it is. False after a complaint. */
bool emails_seal(MYSQL *users, struct seal_keys *keys);

/* How many addresses are sealed under the key of that name, -1 after a complaint. */
long emails_under(MYSQL *users, const char *kid);

/* The last step of `migrate up`: addresses from before they were encrypted. */
bool emails_migrate(struct tool *tool);

/* A connection to the user service's database. NULL after a complaint. */
MYSQL *emails_connect(struct tool *tool);

/* The keys, as the pool has them. NULL after a complaint. */
struct seal_keys *emails_keys(struct tool *tool);

#endif
