/* peers.h - the services there are. */
#ifndef VH_PEERS_H
#define VH_PEERS_H

#define PEERS 3
extern const char *const peer_names[PEERS];

#endif
