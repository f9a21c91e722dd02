/* test_seal.c - texts encrypted at rest: what opens, and all that must not. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/arena.h"
#include "core/config.h"
#include "core/seal.h"
#include "harness/expect.h"
#include "units.h"

#include "core/banned.h"

#define ADDRESS "ann@example.org"
/* bytes 0 to 31; 32 times 7 */
#define FIRST                                                                            \
    "{\"kty\":\"oct\",\"kid\":\"first\",\"k\":"                                          \
    "\"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8\"}"
#define SECOND                                                                           \
    "{\"kty\":\"oct\",\"kid\":\"second\",\"k\":"                                         \
    "\"BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc\"}"

static struct {
    char path[64];
    struct config *config;
    struct arena *arena;
    struct seal_keys *keys;
} here;

static const struct seal_place place = {"users.email", 42};

/* As the command does: a new file takes the place of the old. */
static void write_keys(const char *text, mode_t mode)
{
    char beside[80];
    FILE *file;

    snprintf(beside, sizeof beside, "%s.new", here.path);
    file = fopen(beside, "we");
    REQUIRE(file != NULL && fputs(text, file) >= 0, "%s cannot be written", beside);
    fclose(file);
    REQUIRE(chmod(beside, mode) == 0 && rename(beside, here.path) == 0, "no %s",
            here.path);
}

static void end(void)
{
    seal_keys_free(&here.keys);
    arena_free(&here.arena);
    config_free(&here.config);
    unlink(here.path);
}

static void configure(void)
{
    char setting[128], error[256];

    snprintf(here.path, sizeof here.path, "/tmp/vh-seal-%ld.jwks", (long)getpid());
    snprintf(setting, sizeof setting, "data.keys=%s", here.path);
    here.config = config_new(core_settings, core_settings_count);
    here.arena = arena_new();
    REQUIRE(here.config != NULL && here.arena != NULL &&
                config_assign(here.config, setting, error, sizeof error),
            "no settings");
}

static void begin(const char *keys)
{
    char error[1400];

    configure();
    write_keys(keys, 0600);
    here.keys = seal_keys_open(here.config, error, sizeof error);
    REQUIRE(here.keys != NULL, "%s", error);
}

static void there_and_back(void)
{
    static const char *const texts[] = {
        "", "a", ADDRESS, "\xe5\x9d\x82\xe6\x9c\xac@example.org",
        "a-text-that-is-a-good-deal-longer-than-one-block-of-the-cipher-is@example.org"};

    begin("{\"keys\":[" FIRST "]}");
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        char *sealed = seal(here.keys, place, texts[i], here.arena);

        REQUIRE(sealed != NULL, "\"%s\" cannot be sealed", texts[i]);
        EXPECT(strlen(sealed) < SEALED_SIZE(strlen(texts[i])), "%zu characters",
               strlen(sealed));
        EXPECT(strncmp(sealed, "1.first.", 8) == 0, "%s", sealed);
        EXPECT(strlen(texts[i]) < 5 || strstr(sealed, texts[i]) == NULL, "%s", sealed);
        EXPECT_TEXT(unseal(here.keys, place, sealed, here.arena), texts[i]);
    }
    end();
}

/* Made with another program's AES-256-GCM: what is stored must open for ever. */
static void known_answer(void)
{
    begin("{\"keys\":[" SECOND "," FIRST "]}");
    EXPECT_TEXT(unseal(here.keys, place,
                       "1.first.MDEyMzQ1Njc4OWFiVn88MzNf6GrnUzaVxxntkqEpx9sO8KWO1UsFHSI5"
                       "7Q",
                       here.arena),
                ADDRESS);
    end();
}

static void never_twice_the_same(void)
{
    begin("{\"keys\":[" FIRST "]}");
    EXPECT_OTHER(seal(here.keys, place, ADDRESS, here.arena),
                 seal(here.keys, place, ADDRESS, here.arena));
    end();
}

static void tampered(void)
{
    char *sealed;
    size_t opened = 0;

    begin("{\"keys\":[" FIRST "," SECOND "]}");
    sealed = seal(here.keys, place, ADDRESS, here.arena);
    REQUIRE(sealed != NULL, "not sealed");
    /* every character but the last, some bits of which may be none of the text's */
    for (size_t i = 0; i + 1 < strlen(sealed); i++) {
        char *other = arena_strdup(here.arena, sealed);

        other[i] = other[i] == 'A' ? 'B' : 'A';
        opened += unseal(here.keys, place, other, here.arena) != NULL;
    }
    for (size_t length = 0; length < strlen(sealed); length++)
        opened += unseal(here.keys, place, arena_strndup(here.arena, sealed, length),
                         here.arena) != NULL;
    opened += unseal(here.keys, place, arena_printf(here.arena, "%sA", sealed),
                     here.arena) != NULL;
    EXPECT_INT((int64_t)opened, 0);
    EXPECT_TEXT(unseal(here.keys, place, sealed, here.arena), ADDRESS);
    end();
}

static void elsewhere(void)
{
    char *sealed;

    begin("{\"keys\":[" FIRST "," SECOND "]}");
    sealed = seal(here.keys, place, ADDRESS, here.arena);
    EXPECT_TEXT(
        unseal(here.keys, (struct seal_place){"users.email", 43}, sealed, here.arena),
        NULL);
    EXPECT_TEXT(
        unseal(here.keys, (struct seal_place){"users.name", 42}, sealed, here.arena),
        NULL);
    /* the other key's name on it */
    EXPECT_TEXT(unseal(here.keys, place,
                       arena_printf(here.arena, "1.second.%s", sealed + 8), here.arena),
                NULL);
    EXPECT_TEXT(unseal(here.keys, place, ADDRESS, here.arena), NULL);
    end();
}

static void rotation(void)
{
    char *old, *new;

    begin("{\"keys\":[" FIRST "]}");
    old = seal(here.keys, place, ADDRESS, here.arena);
    EXPECT(seal_is_current(here.keys, old), "not under the only key");
    write_keys("{\"keys\":[" SECOND "," FIRST "]}", 0600);
    new = seal(here.keys, place, ADDRESS, here.arena);
    EXPECT(strncmp(new, "1.second.", 9) == 0, "%s", new);
    EXPECT(!seal_is_current(here.keys, old) && seal_is_current(here.keys, new),
           "the old key still seals");
    EXPECT_TEXT(unseal(here.keys, place, old, here.arena), ADDRESS);
    write_keys("{\"keys\":[" SECOND "]}", 0600);
    EXPECT_TEXT(unseal(here.keys, place, old, here.arena), NULL);
    EXPECT_TEXT(unseal(here.keys, place, new, here.arena), ADDRESS);
    /* what is no set changes nothing */
    write_keys("{\"keys\":[{}]}", 0600);
    EXPECT_TEXT(unseal(here.keys, place, new, here.arena), ADDRESS);
    end();
}

static void bad_files(void)
{
    static const char *const bad[] = {
        "",
        "[]",
        "{}",
        "{\"keys\":[]}",
        "{\"keys\":[{\"kty\":\"EC\",\"kid\":\"a\",\"k\":\"\"}]}",
        "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"a\",\"k\":\"AAAA\"}]}",
        "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"a.b\",\"k\":"
        "\"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8\"}]}",
        "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"\",\"k\":"
        "\"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8\"}]}",
        "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"12345678901234567\",\"k\":"
        "\"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8\"}]}",
        "{\"keys\":[" FIRST ",{}]}"};
    char error[1400];

    configure();
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        write_keys(bad[i], 0600);
        EXPECT(seal_keys_open(here.config, error, sizeof error) == NULL, "%s is taken",
               bad[i]);
        EXPECT(strstr(error, here.path) != NULL, "%s", error);
    }
    write_keys("{\"keys\":[" FIRST "]}", 0604);
    EXPECT(seal_keys_open(here.config, error, sizeof error) == NULL,
           "a file that everybody may read is taken");
    EXPECT(strstr(error, "chmod") != NULL, "%s", error);
    unlink(here.path);
    EXPECT(seal_keys_open(here.config, error, sizeof error) == NULL, "no file is taken");
    EXPECT(strstr(error, "keys data init") != NULL, "%s", error);
    end();
}

/* A credential of systemd's is a file in a folder that the environment names. */
static void credential(void)
{
    char error[1400], folder[64], link[96];

    begin("{\"keys\":[" FIRST "]}");
    seal_keys_free(&here.keys);
    snprintf(folder, sizeof folder, "/tmp/vh-credentials-%ld", (long)getpid());
    snprintf(link, sizeof link, "%s/data.jwks", folder);
    REQUIRE(mkdir(folder, 0700) == 0 && symlink(here.path, link) == 0, "no %s", folder);
    EXPECT(config_assign(here.config, "data.keys=", error, sizeof error), "%s", error);
    EXPECT(seal_keys_open(here.config, error, sizeof error) == NULL, "keys from nowhere");
    setenv("CREDENTIALS_DIRECTORY", folder, 1);
    here.keys = seal_keys_open(here.config, error, sizeof error);
    unsetenv("CREDENTIALS_DIRECTORY");
    EXPECT(here.keys != NULL, "%s", error);
    unlink(link);
    rmdir(folder);
    end();
}

static const struct test tests[] = {
    {"seal: texts come back, and nothing of them shows",                             there_and_back      },
    {"unseal: what was sealed with another program opens",                           known_answer        },
    {"seal: the same text twice is not the same",                                    never_twice_the_same},
    {"unseal: a changed, cut or longer one does not open",                           tampered            },
    {"unseal: not for another row, column or key",                                   elsewhere           },
    {"seal: a new key seals from then on, the old one opens until it is taken away",
     rotation                                                                                            },
    {"seal_keys_open: what is no set of keys, or open to everybody, is refused",
     bad_files                                                                                           },
    {"seal_keys_open: from $CREDENTIALS_DIRECTORY where none is named",              credential          },
};
const struct suite seal_suite = SUITE("seal", tests);
