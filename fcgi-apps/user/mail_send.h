/* mail_send.h - handing a mail to the server that [mail] names. */
#ifndef VH_USER_MAIL_SEND_H
#define VH_USER_MAIL_SEND_H

#include <stdbool.h>

struct config;
struct task_room;

/* Whether this site sends mail at all. */
bool mail_is_on(const struct config *config);

/* Sends a text of UTF-8, its lines ended by \n, to one address, which email_is_address
   holds for. Takes as long as the server does, a minute at most, unless the pool ends.
   False if it was not taken (logged). */
bool mail_send(const struct task_room *room, const char *address, const char *subject,
               const char *text);

#endif
