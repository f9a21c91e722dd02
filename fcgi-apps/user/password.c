/* password.c - passwords: Argon2id, a bounded number at a time. */
#include "user/password.h"

#include <pthread.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "core/banned.h"

#define PASSES 2
#define MEMORY (19U * 1024 * 1024)

/* Who hashes now and who waits for it, in this process. `decoy` is what the password of
 * nobody is compared with. */
static struct {
    pthread_mutex_t lock;
    pthread_cond_t free;
    long most, working, waiting;
    char decoy[crypto_pwhash_STRBYTES];
} gate = {.lock = PTHREAD_MUTEX_INITIALIZER, .free = PTHREAD_COND_INITIALIZER};

_Static_assert(PASSWORD_HASH_SIZE >= crypto_pwhash_STRBYTES, "a hash must fit");

bool password_init(void)
{
    char random[32];
    long cores = sysconf(_SC_NPROCESSORS_ONLN);

    if (sodium_init() < 0) {
        fputs("libsodium does not start\n", stderr);
        return false;
    }
    gate.most = cores / 2 < 1 ? 1 : cores / 2;
    randombytes_buf(random, sizeof random);
    if (crypto_pwhash_str(gate.decoy, random, sizeof random, PASSES, MEMORY) != 0) {
        fputs("there is no memory to hash a password with\n", stderr);
        return false;
    }
    return true;
}

static bool enter(void)
{
    bool entered = false;

    pthread_mutex_lock(&gate.lock);
    if (gate.working < gate.most || gate.waiting < gate.most) {
        gate.waiting++;
        while (gate.working >= gate.most)
            pthread_cond_wait(&gate.free, &gate.lock);
        gate.waiting--;
        gate.working++;
        entered = true;
    }
    pthread_mutex_unlock(&gate.lock);
    return entered;
}

static void leave(void)
{
    pthread_mutex_lock(&gate.lock);
    gate.working--;
    pthread_cond_signal(&gate.free);
    pthread_mutex_unlock(&gate.lock);
}

enum password_result password_hash(const char *password, char out[PASSWORD_HASH_SIZE])
{
    int failed;

    if (!enter())
        return PASSWORD_BUSY;
    failed = crypto_pwhash_str(out, password, strlen(password), PASSES, MEMORY);
    leave();
    return failed ? PASSWORD_BUSY : PASSWORD_GOOD;
}

enum password_result password_check(const char *hash, const char *password)
{
    int wrong;

    if (!enter())
        return PASSWORD_BUSY;
    wrong = crypto_pwhash_str_verify(hash == NULL ? gate.decoy : hash, password,
                                     strlen(password));
    leave();
    return wrong || hash == NULL ? PASSWORD_WRONG : PASSWORD_GOOD;
}
