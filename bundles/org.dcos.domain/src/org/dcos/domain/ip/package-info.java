/**
 * Addresses, ranges and networks of IPv4 and IPv6 as values: read strictly, written in one way, ordered, counted.
 * Whatever cannot be is an {@link IllegalArgumentException} with a sentence for the person who typed it. And the work
 * with those that are recorded: {@link org.dcos.domain.ip.AddressPlan}.
 */
package org.dcos.domain.ip;
