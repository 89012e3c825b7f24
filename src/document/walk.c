/* A walk through a tree that enters and leaves every node. It keeps one pointer and no stack, so
 * renderers neither recurse nor allocate. */
#include "rtopitch/document.h"

rtp_walk rtp_walk_make(rtp_node *root)
{
    return (rtp_walk){.root = root};
}

bool rtp_walk_next(rtp_walk *walk)
{
    rtp_node *node = walk->node;
    if (!node) {
        walk->node = walk->root;
        walk->entering = true;
        return walk->root != NULL;
    }
    if (walk->entering) {
        walk->entering = node->first != NULL;
        walk->node = node->first ? node->first : node;
        return true;
    }
    if (node == walk->root) {
        return false;
    }
    walk->entering = node->next != NULL;
    walk->node = node->next ? node->next : node->parent;
    return true;
}
