/* buffer.c - bytes that grow. */

#include "buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/banned.h"

static bool make_room(struct buffer *buffer, size_t more)
{
    size_t room = buffer->room < 256 ? 256 : buffer->room;
    char *grown;

    if (buffer->room - buffer->length >= more)
        return true;
    while (room - buffer->length < more)
        room += room / 2;
    grown = realloc(buffer->data, room);
    if (grown == NULL) {
        buffer->failed = true;
        return false;
    }
    buffer->data = grown;
    buffer->room = room;
    return true;
}

void buffer_add(struct buffer *buffer, const void *bytes, size_t length)
{
    if (length == 0 || !make_room(buffer, length))
        return;
    memcpy(buffer->data + buffer->length, bytes, length);
    buffer->length += length;
}

void buffer_add_char(struct buffer *buffer, char c)
{
    buffer_add(buffer, &c, 1);
}

void buffer_add_text(struct buffer *buffer, const char *text)
{
    buffer_add(buffer, text, strlen(text));
}

void buffer_add_number(struct buffer *buffer, uint64_t number)
{
    char digits[20]; /* by hand: most fields are numbers, and printf is slow */
    size_t at = sizeof digits;

    do
        digits[--at] = (char)('0' + number % 10);
    while ((number /= 10) > 0);
    buffer_add(buffer, digits + at, sizeof digits - at);
}

void buffer_addf(struct buffer *buffer, const char *format, ...)
{
    char *text = NULL;
    va_list arguments;
    int length;

    va_start(arguments, format);
    length = vasprintf(&text, format, arguments);
    va_end(arguments);
    if (length < 0) {
        buffer->failed = true;
        return;
    }
    buffer_add(buffer, text, (size_t)length);
    free(text);
}

void buffer_drop(struct buffer *buffer, size_t length)
{
    if (length == 0)
        return;
    memmove(buffer->data, buffer->data + length, buffer->length - length);
    buffer->length -= length;
}

const char *buffer_text(struct buffer *buffer)
{
    if (!make_room(buffer, 1))
        return "";
    buffer->data[buffer->length] = '\0';
    return buffer->data;
}

void buffer_free(struct buffer *buffer)
{
    free(buffer->data);
    *buffer = (struct buffer){0};
}
