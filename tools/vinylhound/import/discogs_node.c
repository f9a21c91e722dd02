/* discogs_node.c - one record as a tree, by way of expat. */

#include "discogs_node.h"

#include <expat.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "core/arena.h"

#include "core/banned.h"

struct node_parser {
    XML_Parser expat;
    struct arena *arena;
    struct node *root, *open;
    struct buffer text; /* of the innermost element, as long as it has no child */
    bool failed;        /* memory is out, or the record too large for its arena */
};

struct node_parser *node_parser_new(void)
{
    struct node_parser *parser = calloc(1, sizeof *parser);

    if (parser == NULL)
        return NULL;
    parser->expat = XML_ParserCreate("UTF-8");
    if (parser->expat == NULL)
        node_parser_free(&parser);
    return parser;
}

void node_parser_free(struct node_parser **parser)
{
    if (*parser == NULL)
        return;
    if ((*parser)->expat != NULL)
        XML_ParserFree((*parser)->expat);
    buffer_free(&(*parser)->text);
    free(*parser);
    *parser = NULL;
}

static const char *const *copy_attributes(struct arena *arena, const char **attributes)
{
    static const char *const none[] = {NULL};
    const char **copy;
    size_t count = 0;

    while (attributes[count] != NULL)
        count++;
    if (count == 0)
        return none;
    copy = arena_alloc(arena, (count + 1) * sizeof *copy);
    for (size_t i = 0; copy != NULL && i < count; i++) {
        copy[i] = arena_strdup(arena, attributes[i]);
        if (copy[i] == NULL)
            return NULL;
    }
    return copy;
}

static void open_element(void *user, const char *name, const char **attributes)
{
    struct node_parser *parser = user;
    struct node *node = arena_alloc(parser->arena, sizeof *node), *parent = parser->open;

    parser->text.length = 0;
    if (node != NULL) {
        node->name = arena_strdup(parser->arena, name);
        node->attributes = copy_attributes(parser->arena, attributes);
    }
    if (node == NULL || node->name == NULL || node->attributes == NULL) {
        parser->failed = true;
        XML_StopParser(parser->expat, XML_FALSE);
        return;
    }
    node->parent = parent;
    if (parent == NULL)
        parser->root = node;
    else if (parent->last == NULL)
        parent->first = parent->last = node;
    else
        parent->last = parent->last->next = node;
    parser->open = node;
}

static void close_element(void *user, const char *name)
{
    struct node_parser *parser = user;
    struct node *node = parser->open;

    (void)name;
    if (node->first == NULL && parser->text.length > 0) {
        node->text = arena_strndup(parser->arena, parser->text.data, parser->text.length);
        parser->failed = parser->failed || node->text == NULL || parser->text.failed;
    }
    parser->text.length = 0;
    parser->open = node->parent;
}

static void add_text(void *user, const char *text, int length)
{
    struct node_parser *parser = user;

    if (parser->open->first == NULL)
        buffer_add(&parser->text, text, (size_t)length);
}

const struct node *node_parse(struct node_parser *parser, struct arena *arena,
                              const char *bytes, size_t length, char *error, size_t size)
{
    XML_ParserReset(parser->expat, "UTF-8");
    XML_SetUserData(parser->expat, parser);
    XML_SetElementHandler(parser->expat, open_element, close_element);
    XML_SetCharacterDataHandler(parser->expat, add_text);
    parser->arena = arena;
    parser->root = parser->open = NULL;
    parser->text.length = 0;
    parser->failed = false;
    if (XML_Parse(parser->expat, bytes, (int)length, XML_TRUE) == XML_STATUS_OK &&
        !parser->failed)
        return parser->root;
    if (parser->failed)
        snprintf(error, size, "its tree needs more than 64 MB");
    else
        snprintf(error, size, "%s at its byte %ld",
                 XML_ErrorString(XML_GetErrorCode(parser->expat)),
                 (long)XML_GetCurrentByteIndex(parser->expat));
    return NULL;
}

const struct node *node_child(const struct node *node, const char *name)
{
    const struct node *child = node == NULL ? NULL : node->first;

    while (child != NULL && strcmp(child->name, name) != 0)
        child = child->next;
    return child;
}

const char *node_text(const struct node *node, const char *child)
{
    const struct node *found = node_child(node, child);

    return found == NULL ? NULL : found->text;
}

const char *node_attribute(const struct node *node, const char *name)
{
    if (node == NULL)
        return NULL;
    for (const char *const *pair = node->attributes; *pair != NULL; pair += 2)
        if (strcmp(pair[0], name) == 0)
            return pair[1][0] == '\0' ? NULL : pair[1];
    return NULL;
}
