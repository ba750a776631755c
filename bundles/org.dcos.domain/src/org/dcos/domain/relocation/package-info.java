/**
 * Machines are moved to other places as one piece of work: planned, kept free for, done step by step, rolled
 * back whole.
 */
package org.dcos.domain.relocation;
