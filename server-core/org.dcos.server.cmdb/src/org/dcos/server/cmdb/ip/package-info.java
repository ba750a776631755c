/**
 * The arithmetic of address space: which blocks of a network are free, where the next one is carved, how a network is
 * split and put together again, and which address comes next. Pure functions of values: nothing here reads a store,
 * knows a caller or keeps a state. What the children of a network do not allow is a
 * {@link org.dcos.domain.problem.Conflict} that names the block in the way; an argument that cannot be is an
 * {@link IllegalArgumentException}.
 */
package org.dcos.server.cmdb.ip;
