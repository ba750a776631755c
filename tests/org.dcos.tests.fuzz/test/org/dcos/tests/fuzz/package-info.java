/**
 * Decoders of what comes from the network against mutated input: what reaches code that nothing reached before is kept
 * and mutated further. Real messages and every input that ever failed are files in {@code test/corpus}, run each time.
 */
package org.dcos.tests.fuzz;
