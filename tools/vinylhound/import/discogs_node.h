/* discogs_node.h - one record as a tree. */
#ifndef VH_DISCOGS_NODE_H
#define VH_DISCOGS_NODE_H

#include <stddef.h>

struct arena;

struct node {
    const char *name;
    const char *const *attributes; /* name, value, name, value, NULL */
    const char *text; /* of an element without children; NULL if there is none */
    struct node *first, *last, *next, *parent;
};

struct node_parser;

/* NULL if memory is out. */
struct node_parser *node_parser_new(void);
void node_parser_free(struct node_parser **parser);

/* The record as a tree that lives in `arena`; NULL after writing why not to `error`. */
const struct node *node_parse(struct node_parser *parser, struct arena *arena,
                              const char *bytes, size_t length, char *error, size_t size);

/* NULL-safe: the first child of that name, its text, an attribute; NULL if there is none
 * or it is empty. */
const struct node *node_child(const struct node *node, const char *name);
const char *node_text(const struct node *node, const char *child);
const char *node_attribute(const struct node *node, const char *name);

#endif
