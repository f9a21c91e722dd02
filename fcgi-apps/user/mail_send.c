/* mail_send.c - handing a mail to the server that [mail] names. */
#include "user/mail_send.h"

#include <curl/curl.h>
#include <openssl/rand.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "core/arena.h"
#include "core/codec.h"
#include "core/config.h"
#include "core/log.h"
#include "core/task.h"

#include "core/banned.h"

#define SECONDS 60L
#define CONNECT_SECONDS 10L

struct reading {
    const char *at;
    size_t left;
};

bool mail_is_on(const struct config *config)
{
    return config_text(config, "mail.url") != NULL;
}

/* The address of `Vinylhound <records@example.org>`. */
static const char *bare_address(struct arena *arena, const char *from)
{
    const char *open = strchr(from, '<'), *close = strchr(from, '>');

    return open != NULL && close != NULL && close > open
               ? arena_strndup(arena, open + 1, (size_t)(close - open - 1))
               : from;
}

/* The same with each line ended by \r\n, as SMTP has it. */
static char *with_returns(struct arena *arena, const char *text)
{
    char *out = arena_alloc(arena, 2 * strlen(text) + 1), *end = out;

    for (; out != NULL && *text != '\0'; text++) {
        if (*text == '\n')
            *end++ = '\r';
        *end++ = *text;
    }
    if (out != NULL)
        *end = '\0';
    return out;
}

static char *compose(const struct config *config, struct arena *arena,
                     const char *address, const char *subject, const char *text)
{
    const char *from = config_text(config, "mail.from");
    unsigned char random[16];
    char date[64], id[BASE64URL_SIZE(sizeof random)];
    time_t now = time(NULL);
    struct tm utc;

    if (RAND_bytes(random, sizeof random) != 1 || gmtime_r(&now, &utc) == NULL ||
        strftime(date, sizeof date, "%a, %d %b %Y %H:%M:%S +0000", &utc) == 0)
        return NULL;
    base64url_encode(random, sizeof random, id);
    return with_returns(arena,
                        arena_printf(arena,
                                     "From: %s\nTo: %s\nDate: %s\nMessage-ID: <%s@%s>\n"
                                     "Subject: %s\nMIME-Version: 1.0\n"
                                     "Content-Type: text/plain; charset=utf-8\n"
                                     "Content-Transfer-Encoding: 8bit\n"
                                     "Auto-Submitted: auto-generated\n\n%s",
                                     from, address, date, id,
                                     strchr(bare_address(arena, from), '@') == NULL
                                         ? "localhost"
                                         : strchr(bare_address(arena, from), '@') + 1,
                                     subject, text));
}

static size_t give(char *to, size_t size, size_t count, void *argument)
{
    struct reading *reading = argument;
    size_t n = size * count < reading->left ? size * count : reading->left;

    memcpy(to, reading->at, n);
    reading->at += n;
    reading->left -= n;
    return n;
}

/* The first line of a file; NULL if it cannot be read. */
static const char *first_line(struct arena *arena, const char *path)
{
    FILE *file = path == NULL ? NULL : fopen(path, "re");
    char line[512] = "";
    bool got = file != NULL && fgets(line, sizeof line, file) != NULL;

    if (file != NULL)
        fclose(file);
    return got ? arena_strndup(arena, line, strcspn(line, "\r\n")) : NULL;
}

/* Ends a transfer with the pool. Called once a second at least. */
static int go_on(void *stopping, curl_off_t a, curl_off_t b, curl_off_t c, curl_off_t d)
{
    (void)a, (void)b, (void)c, (void)d;
    return *(const _Atomic bool *)stopping;
}

static void log_in(CURL *curl, const struct config *config, struct arena *arena)
{
    const char *user = config_text(config, "mail.user");

    if (user == NULL)
        return;
    curl_easy_setopt(curl, CURLOPT_USERNAME, user);
    curl_easy_setopt(curl, CURLOPT_PASSWORD,
                     first_line(arena, config_text(config, "mail.password_file")));
}

static CURLcode transfer(CURL *curl, const struct task_room *room, struct curl_slist *to,
                         struct reading *reading)
{
    const struct config *config = room->config;
    struct arena *arena = room->arena;
    const char *from = bare_address(arena, config_text(config, "mail.from"));

    curl_easy_setopt(curl, CURLOPT_URL, config_text(config, "mail.url"));
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_USE_SSL,
                     config_bool(config, "mail.tls") ? (long)CURLUSESSL_ALL
                                                     : (long)CURLUSESSL_NONE);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, CONNECT_SECONDS);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, SECONDS);
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, arena_printf(arena, "<%s>", from));
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, to);
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, give);
    curl_easy_setopt(curl, CURLOPT_READDATA, reading);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, go_on);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, room->stopping);
    log_in(curl, config, arena);
    return curl_easy_perform(curl);
}

bool mail_send(const struct task_room *room, const char *address, const char *subject,
               const char *text)
{
    const char *mail = compose(room->config, room->arena, address, subject, text),
               *recipient = arena_printf(room->arena, "<%s>", address);
    struct reading reading = {mail, mail == NULL ? 0 : strlen(mail)};
    struct curl_slist *to = recipient == NULL ? NULL : curl_slist_append(NULL, recipient);
    CURL *curl = mail == NULL || to == NULL ? NULL : curl_easy_init();
    CURLcode code = CURLE_OUT_OF_MEMORY;

    if (curl != NULL)
        code = transfer(curl, room, to, &reading);
    if (code != CURLE_OK)
        log_line(LOG_WARNING, "mail", "not sent: %s", curl_easy_strerror(code));
    curl_easy_cleanup(curl);
    curl_slist_free_all(to);
    return code == CURLE_OK;
}
