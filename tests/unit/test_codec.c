/* test_codec.c - base64url and hexadecimal, strict. */
#include <openssl/evp.h>
#include <stdio.h>
#include <string.h>

#include "core/codec.h"
#include "harness/expect.h"
#include "units.h"

#include "core/banned.h"

#define MOST 200

/* Bytes that differ from length to length and hold every value. */
static void fill(unsigned char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        bytes[i] = (unsigned char)(i * 37 + length * 101 + 5);
}

/* What OpenSSL makes of it, turned to the url alphabet without padding. */
static void reference(const unsigned char *bytes, size_t length, char *out)
{
    int n = EVP_EncodeBlock((unsigned char *)out, bytes, (int)length);

    while (n > 0 && out[n - 1] == '=')
        n--;
    out[n] = '\0';
    for (char *c = out; *c != '\0'; c++)
        *c = *c == '+' ? '-' : *c == '/' ? '_' : *c;
}

static void every_length(void)
{
    unsigned char bytes[MOST], back[MOST];
    char text[BASE64URL_SIZE(MOST)], wanted[2 * MOST];

    for (size_t length = 0; length <= MOST; length++) {
        fill(bytes, length);
        reference(bytes, length, wanted);
        base64url_encode(bytes, length, text);
        EXPECT_TEXT(text, wanted);
        EXPECT(strlen(text) + 1 <= BASE64URL_SIZE(length), "%zu: longer than its size",
               length);
        memset(back, 0, sizeof back);
        EXPECT_INT(base64url_decode(text, strlen(text), back, length), (int64_t)length);
        EXPECT(memcmp(back, bytes, length) == 0, "%zu bytes come back as others", length);
    }
}

static void no_room(void)
{
    unsigned char bytes[MOST], back[MOST + 1];
    char text[BASE64URL_SIZE(MOST)];

    for (size_t length = 1; length <= MOST; length++) {
        fill(bytes, length);
        base64url_encode(bytes, length, text);
        back[length - 1] = 0x5a;
        EXPECT_INT(base64url_decode(text, strlen(text), back, length - 1), -1);
        EXPECT_INT(back[length - 1], 0x5a);
    }
}

static void impossible_lengths(void)
{
    unsigned char back[16];

    EXPECT_INT(base64url_decode("A", 1, back, sizeof back), -1);
    EXPECT_INT(base64url_decode("AAAAA", 5, back, sizeof back), -1);
    EXPECT_INT(base64url_decode("AAAAAAAAA", 9, back, sizeof back), -1);
    EXPECT_INT(base64url_decode("", 0, back, 0), 0);
}

/* Every byte but the alphabet's 64, at every place of a block. */
static void bad_characters(void)
{
    static const char alphabet[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    unsigned char back[16];

    for (int c = 0; c < 256; c++) {
        bool good = c != 0 && strchr(alphabet, c) != NULL;

        for (size_t at = 0; at < 8; at++) {
            char text[9] = "AAAAAAAA";

            text[at] = (char)c;
            EXPECT(base64url_decode(text, 8, back, sizeof back) == (good ? 6 : -1),
                   "byte %d at %zu: %s", c, at, good ? "refused" : "taken");
        }
    }
}

/* Of 16 spellings of one byte and 4 of two, one is right. */
static void stray_bits(void)
{
    static const char alphabet[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    unsigned char back[4];
    int good_of_two = 0, good_of_three = 0;

    for (int last = 0; last < 64; last++) {
        char text[4] = {'A', 'A', alphabet[last], '\0'};

        good_of_three += base64url_decode(text, 3, back, sizeof back) == 2;
        text[1] = alphabet[last];
        good_of_two += base64url_decode(text, 2, back, sizeof back) == 1;
    }
    EXPECT_INT(good_of_two, 4);
    EXPECT_INT(good_of_three, 16);
}

static void padding(void)
{
    unsigned char back[16];

    EXPECT_INT(base64url_decode("AA==", 4, back, sizeof back), -1);
    EXPECT_INT(base64url_decode("AAA=", 4, back, sizeof back), -1);
    EXPECT_INT(base64url_decode("AA\n", 3, back, sizeof back), -1);
    EXPECT_INT(base64url_decode("++//", 4, back, sizeof back), -1);
    EXPECT_INT(base64url_decode("--__", 4, back, sizeof back), 3);
}

static void hexadecimal(void)
{
    unsigned char bytes[256];
    char text[513], wanted[513];

    for (int i = 0; i < 256; i++) {
        bytes[i] = (unsigned char)i;
        snprintf(wanted + (size_t)i * 2, 3, "%02x", (unsigned)i);
    }
    hex_encode(bytes, sizeof bytes, text);
    EXPECT_TEXT(text, wanted);
    hex_encode(bytes, 0, text);
    EXPECT_TEXT(text, "");
}

static const struct test tests[] = {
    {"base64url: lengths 0 to 200 there and back, as OpenSSL has it",        every_length      },
    {"base64url: what does not fit is refused, and not written beyond",      no_room           },
    {"base64url: lengths that no bytes have are refused",                    impossible_lengths},
    {"base64url: any character outside the alphabet is refused, everywhere",
     bad_characters                                                                            },
    {"base64url: stray bits at the end are refused: one spelling a value",   stray_bits        },
    {"base64url: padding, line ends and the other alphabet are refused",     padding           },
    {"hex_encode: every byte",                                               hexadecimal       },
};
const struct suite codec_suite = SUITE("codec", tests);
