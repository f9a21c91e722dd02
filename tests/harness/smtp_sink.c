/* smtp_sink.c - a mail server that keeps what it is given. */
#include "smtp_sink.h"

#include <arpa/inet.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

#include "expect.h"

#include "core/banned.h"

#define MAILS_MOST 512
#define MAIL_MOST 8192

struct kept {
    char address[256];
    char text[MAIL_MOST];
};

static struct {
    int listener;
    pthread_mutex_t lock; /* of what follows */
    pthread_cond_t released;
    bool open, hold;
    size_t held, count;
    struct kept *mails[MAILS_MOST];
} sink = {.lock = PTHREAD_MUTEX_INITIALIZER, .released = PTHREAD_COND_INITIALIZER};

static void wait_while_held(void)
{
    pthread_mutex_lock(&sink.lock);
    sink.held += sink.hold;
    while (sink.hold)
        pthread_cond_wait(&sink.released, &sink.lock);
    pthread_mutex_unlock(&sink.lock);
}

static void keep(struct kept *mail)
{
    pthread_mutex_lock(&sink.lock);
    if (sink.count < MAILS_MOST)
        sink.mails[sink.count++] = mail;
    else
        free(mail);
    pthread_mutex_unlock(&sink.lock);
}

/* The text after DATA, to the line of one dot. */
static void read_text(FILE *from, struct kept *mail)
{
    size_t used = 0;
    char line[1024];

    while (fgets(line, sizeof line, from) != NULL && strcmp(line, ".\r\n") != 0) {
        const char *at = line[0] == '.' ? line + 1 : line;
        size_t length = strcspn(at, "\r\n");

        if (used + length + 2 > sizeof mail->text)
            continue;
        memcpy(mail->text + used, at, length);
        used += length;
        mail->text[used++] = '\n';
        mail->text[used] = '\0';
    }
}

static void talk(FILE *from, FILE *to)
{
    struct kept *mail = calloc(1, sizeof *mail);
    char line[1024];

    fputs("220 sink\r\n", to);
    while (fflush(to) == 0 && mail != NULL && fgets(line, sizeof line, from) != NULL) {
        if (strncasecmp(line, "RCPT TO:<", 9) == 0)
            snprintf(mail->address, sizeof mail->address, "%.*s",
                     (int)strcspn(line + 9, ">"), line + 9);
        if (strncasecmp(line, "QUIT", 4) == 0)
            break;
        if (strncasecmp(line, "DATA", 4) != 0) {
            fputs("250 fine\r\n", to);
            continue;
        }
        fputs("354 go on\r\n", to);
        fflush(to);
        read_text(from, mail);
        keep(mail);
        mail = calloc(1, sizeof *mail);
        fputs("250 kept\r\n", to);
    }
    free(mail);
}

static void *serve(void *argument)
{
    (void)argument;
    for (;;) {
        int fd = accept(sink.listener, NULL, NULL);
        FILE *from = fd < 0 ? NULL : fdopen(fd, "r"),
             *to = from == NULL ? NULL : fdopen(dup(fd), "w");

        if (fd < 0)
            return NULL;
        wait_while_held();
        if (to != NULL) {
            talk(from, to);
            fclose(to);
        }
        if (from != NULL)
            fclose(from);
    }
}

void sink_open(void)
{
    const char *port = getenv("MAIL_PORT");
    struct sockaddr_in at = {.sin_family = AF_INET,
                             .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    const int on = 1;
    pthread_t thread;

    if (sink.open)
        return;
    REQUIRE(port != NULL, "MAIL_PORT is not set");
    at.sin_port = htons((unsigned short)strtol(port, NULL, 10));
    sink.listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    setsockopt(sink.listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    REQUIRE(sink.listener >= 0 &&
                bind(sink.listener, (const struct sockaddr *)&at, sizeof at) == 0 &&
                listen(sink.listener, 16) == 0 &&
                pthread_create(&thread, NULL, serve, NULL) == 0,
            "no mail server at port %s", port);
    pthread_detach(thread);
    sink.open = true;
}

void sink_hold(bool hold)
{
    pthread_mutex_lock(&sink.lock);
    sink.hold = hold;
    sink.held = 0;
    pthread_cond_broadcast(&sink.released);
    pthread_mutex_unlock(&sink.lock);
}

size_t sink_held(void)
{
    size_t held;

    pthread_mutex_lock(&sink.lock);
    held = sink.held;
    pthread_mutex_unlock(&sink.lock);
    return held;
}

const char *sink_mail(const char *address)
{
    const char *found = NULL;

    pthread_mutex_lock(&sink.lock);
    for (size_t i = 0; i < sink.count; i++)
        if (strcmp(sink.mails[i]->address, address) == 0)
            found = sink.mails[i]->text;
    pthread_mutex_unlock(&sink.lock);
    return found;
}

size_t sink_count(const char *address)
{
    size_t count = 0;

    pthread_mutex_lock(&sink.lock);
    for (size_t i = 0; i < sink.count; i++)
        count += strcmp(sink.mails[i]->address, address) == 0;
    pthread_mutex_unlock(&sink.lock);
    return count;
}
