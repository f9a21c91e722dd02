/* smtp_sink.h - a mail server that keeps what it is given: at MAIL_PORT, where the stack
 * of tests/harness/with-stack sends its mails. */
#ifndef VH_TEST_SMTP_SINK_H
#define VH_TEST_SMTP_SINK_H

#include <stdbool.h>
#include <stddef.h>

/* Listens from the first call on, as long as the program runs. Ends the test if that
 * fails. */
void sink_open(void);

/* While it holds, whoever connects is answered nothing; how many have waited so. */
void sink_hold(bool hold);
size_t sink_held(void);

/* The last mail to an address, lines ended by \n; NULL if there is none. Lives as long as
   the program. */
const char *sink_mail(const char *address);

/* How many came to it. */
size_t sink_count(const char *address);

#endif
