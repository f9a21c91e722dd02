/* mail_task.c - the thread that sends mails. */
#include "user/mail_task.h"

#include <inttypes.h>
#include <string.h>

#include "core/arena.h"
#include "core/config.h"
#include "core/log.h"
#include "user/email.h"
#include "user/mail_send.h"
#include "user/mail_store.h"
#include "user/user_store.h"

#include "core/banned.h"

#define EVERY_MS 500

struct letter {
    const char *address, *subject, *text;
};

static const char *reset_text(const struct task_room *room, const struct user *user,
                              const char *token)
{
    const char *site = config_text(room->config, "mail.site");

    return arena_printf(room->arena,
                        "Somebody, you perhaps, has forgotten the password of %s at %s.\n"
                        "\n"
                        "Choose another one here, once, within 30 minutes:\n"
                        "\n"
                        "%s/reset-password#%s\n"
                        "\n"
                        "If it was not you, do nothing: the password stays as it is.\n",
                        user->username, site, site, token);
}

static const char *verify_text(const struct task_room *room, const struct user *user,
                               const char *token)
{
    const char *site = config_text(room->config, "mail.site");

    return arena_printf(room->arena,
                        "%s at %s has given this address as theirs.\n"
                        "\n"
                        "If that is you, say so here, within a day:\n"
                        "\n"
                        "%s/verify-email#%s\n"
                        "\n"
                        "If it is not, do nothing: nothing else will be sent here.\n",
                        user->username, site, site, token);
}

/* Whether the mail is to be sent at all: 1, 0 or -1; `user` filled, with its address. */
static int is_due(const struct task_room *room, const struct mail *mail,
                  struct user *user)
{
    bool reset = strcmp(mail->kind, MAIL_RESET) == 0;
    int found = mail->user_id == 0
                    ? 0
                    : user_store_find(room->db, room->arena, mail->user_id, user);
    int verified, recent = 0;

    if (found != 1)
        return found;
    if (user->disabled || !email_open(room->seals, room->arena, user) ||
        user->email == NULL || !email_is_address(user->email))
        return 0;
    verified = mail_store_is_verified(room->db, room->arena, user->id);
    if (mail->tries == 0) /* one that is tried again has a token from before */
        recent = mail_store_is_recent(room->db, room->arena, user->id, mail->kind);
    if (verified < 0 || recent < 0)
        return DB_FAILED;
    return recent == 0 && verified == reset;
}

/* 1 and the letter, 0 if there is none to be sent, -1. */
static int write_letter(const struct task_room *room, const struct mail *mail,
                        struct letter *out)
{
    bool reset = strcmp(mail->kind, MAIL_RESET) == 0;
    char token[MAIL_TOKEN_TEXT];
    struct user user;
    int due = is_due(room, mail, &user);

    if (due != 1)
        return due;
    if (mail_store_make_token(room->db, user.id, mail->kind, token) != 0)
        return DB_FAILED;
    out->address = user.email;
    out->subject = reset ? "Another password" : "Is this your address?";
    out->text = reset ? reset_text(room, &user, token) : verify_text(room, &user, token);
    return out->text == NULL ? DB_FAILED : 1;
}

/* Claims the next mail and commits its token. 1 and the letter (no text: it was dropped),
   0 if none is due, -1. */
static int take_next(const struct task_room *room, struct mail *mail,
                     struct letter *letter)
{
    int taken, written;

    if (db_begin(room->db) != 0)
        return DB_FAILED;
    taken = mail_store_claim(room->db, room->arena, mail);
    written = taken == 1 ? write_letter(room, mail, letter) : 0;
    if (taken == 1 && written == 0 && mail_store_done(room->db, mail->id) != 0)
        written = DB_FAILED;
    if (taken == 1 && written >= 0)
        return db_commit(room->db) == 0 ? 1 : DB_FAILED;
    db_rollback(room->db);
    return taken == 0 ? 0 : DB_FAILED;
}

/* All that are due. Outside of a transaction while the mail server takes its time. */
static void send_mails(const struct task_room *room)
{
    struct letter letter = {0};
    struct mail mail = {0};

    while (!*room->stopping && take_next(room, &mail, &letter) == 1) {
        bool sent = letter.text == NULL ||
                    mail_send(room, letter.address, letter.subject, letter.text);

        if (letter.text != NULL && sent)
            log_line(LOG_INFO, "mail", "%s sent to user %" PRIu64, mail.kind,
                     mail.user_id);
        if (sent ? letter.text != NULL && mail_store_done(room->db, mail.id) != 0
                 : mail_store_later(room->db, mail.id) != 0)
            return;
        letter = (struct letter){0};
        arena_reset(room->arena);
    }
}

const struct task mail_task = {"mail", EVERY_MS, mail_is_on, send_mails};
