/* email.c - addresses: what one looks like, and how it lies in the database. */
#include "user/email.h"

#include <string.h>

#include "core/seal.h"
#include "user/user_store.h"

#include "core/banned.h"

#define ALPHANUMERIC "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
#define LOCAL ALPHANUMERIC ".!#$%&'*+/=?^_`{|}~-"
#define LABEL ALPHANUMERIC "-"
#define LOCAL_MOST 64
#define LABEL_MOST 63

#define SEALED_FOR(user_id)                                                              \
    ((struct seal_place){"users.email", user_id}) /* as tools/vinylhound has it */

bool email_is_address(const char *text)
{
    size_t length = strspn(text, LOCAL);

    if (length == 0 || length > LOCAL_MOST || text[length] != '@')
        return false;
    do {
        text += length + 1;
        length = strspn(text, LABEL);
        if (length == 0 || length > LABEL_MOST || text[0] == '-' ||
            text[length - 1] == '-')
            return false;
    } while (text[length] == '.');
    return text[length] == '\0';
}

bool email_open(struct seal_keys *seals, struct arena *arena, struct user *user)
{
    /* one in clear was written by a version that sealed none, later than what is sealed
     */
    if (user->email != NULL || user->email_sealed == NULL)
        return true;
    user->email = unseal(seals, SEALED_FOR(user->id), user->email_sealed, arena);
    return user->email != NULL;
}

const char *email_seal(struct seal_keys *seals, struct arena *arena, uint64_t user_id,
                       const char *address, bool *good)
{
    const char *sealed =
        address == NULL ? NULL : seal(seals, SEALED_FOR(user_id), address, arena);

    *good = (sealed == NULL) == (address == NULL);
    return sealed;
}
