package org.dcos.net.probe;

import java.time.Duration;

/**
 * What was done to an address without an answer.
 *
 * @param tries  packets sent to it
 * @param waited from the first of them until it was given up
 */
public record Attempt(Method method, int tries, Duration waited) {}
