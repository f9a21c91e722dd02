/* peers.c - the services there are. */
#include "peers.h"

#include "banned.h"

const char *const peer_names[PEERS] = {"user", "catalog", "rating"};
