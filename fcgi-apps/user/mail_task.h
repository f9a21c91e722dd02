/* mail_task.h - the thread that sends mails, so that no request waits for a mail server.
 */
#ifndef VH_USER_MAIL_TASK_H
#define VH_USER_MAIL_TASK_H

#include "core/task.h"

extern const struct task mail_task;

#endif
