/* users.c - the users' database, for the commands about accounts. */

#include "users.h"

#include <openssl/rand.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <termios.h>
#include <unistd.h>

#include "command.h"
#include "base/sql.h"
#include "core/codec.h"
#include "core/config.h"
#include "core/shape.h"
#include "user/name.h"
#include "user/password_common.h"

#include "core/banned.h"

#define LEAST_CHARACTERS 8
#define MOST_CHARACTERS 128
#define RANDOM_BYTES 15

MYSQL *users_connect(struct tool *tool)
{
    const struct config *config = tool_config(tool);

    return config == NULL ? NULL
                          : tool_connect(tool, config_text(config, "user.name"), 0);
}

long users_find(MYSQL *mysql, const char *name)
{
    char quoted[2 * NAME_MOST + 1], query[256];
    long id;

    if (strlen(name) > NAME_MOST || name[strspn(name, NAME_CHARACTERS)] != '\0')
        return 0;
    mysql_real_escape_string(mysql, quoted, name, strlen(name));
    snprintf(query, sizeof query,
             "SELECT id FROM users WHERE username = CONVERT('%s' USING ascii)", quoted);
    return sql_number(mysql, "finding the user", query, &id) ? id : -1;
}

bool users_end_sessions(MYSQL *mysql, long id)
{
    return sql_runf(mysql, "telling of the sessions' end",
                    "INSERT INTO outbox (type, subject, payload) SELECT "
                    "'session.revoked', id, JSON_OBJECT('user_id', user_id) "
                    "FROM sessions WHERE user_id = %ld",
                    id) &&
           sql_runf(mysql, "ending the sessions",
                    "DELETE FROM sessions WHERE user_id = %ld", id);
}

/* The next line of standard input without its end; false if there is none or it is too
 * long. */
static bool read_line(char *out, size_t size)
{
    size_t length;

    if (fgets(out, (int)size, stdin) == NULL)
        return false;
    length = strcspn(out, "\n");
    if (out[length] == '\0' && !feof(stdin))
        return false;
    out[length] = '\0';
    return true;
}

/* Asks on a terminal, which does not show what is typed. */
static bool ask(const char *name, char *out, size_t size)
{
    struct termios before, hidden;
    bool terminal = tcgetattr(STDIN_FILENO, &before) == 0, got;

    if (terminal) {
        fprintf(stderr, "Password for %s: ", name);
        hidden = before;
        hidden.c_lflag &= ~(tcflag_t)ECHO;
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    }
    got = read_line(out, size);
    if (terminal) {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
        fputc('\n', stderr);
    }
    return got;
}

static bool make(char *out)
{
    unsigned char bytes[RANDOM_BYTES];

    if (RAND_priv_bytes(bytes, sizeof bytes) != 1)
        return false;
    base64url_encode(bytes, sizeof bytes, out);
    return true;
}

bool users_read_password(const char *name, bool random, char *out, size_t size)
{
    if (random ? size < BASE64URL_SIZE(RANDOM_BYTES) || !make(out)
               : !ask(name, out, size)) {
        complain(random ? "no random password could be made"
                        : "no password: give one on standard input, or --random");
        return false;
    }
    if (!text_is_utf8(out) || text_characters(out) < LEAST_CHARACTERS ||
        text_characters(out) > MOST_CHARACTERS)
        complain("a password has %d to %d characters", LEAST_CHARACTERS, MOST_CHARACTERS);
    else if (strcasecmp(out, name) == 0)
        complain("a password must differ from the name");
    else if (password_is_common(out))
        complain("this password is one of the 10,000 that are tried first");
    else
        return true;
    return false;
}
